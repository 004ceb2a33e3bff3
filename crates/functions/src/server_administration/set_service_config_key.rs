//! `set_service_config_key`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Set one configuration setting of a service.
#[derive(Input)]
pub struct Params {
    /// Top-level key only, no subkeys.
    pub key: String,
    /// The service: e.g. dovecot.
    pub service: String,
    /// The value: string or int.
    pub value: String,
}

/// See [`Params`].
pub struct SetServiceConfigKey;

impl Function for SetServiceConfigKey {
    const NAME: &'static str = "set_service_config_key";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
