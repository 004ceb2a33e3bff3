//! `get_service_config_key`

use std::collections::BTreeMap;

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Give one configuration setting of a service.
#[derive(Input)]
pub struct Params {
    /// The key.
    pub key: String,
    /// The service: e.g. dovecot.
    pub service: String,
}

/// See [`Params`].
pub struct GetServiceConfigKey;

impl Function for GetServiceConfigKey {
    const NAME: &'static str = "get_service_config_key";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = BTreeMap<String, String>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
