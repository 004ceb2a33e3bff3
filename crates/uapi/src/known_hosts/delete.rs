//! `KnownHosts::delete`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `KnownHosts::delete`.
#[derive(Input)]
pub struct Params {
    /// The host name.
    pub host_name: String,
    /// The port.
    #[param(default = 22)]
    pub port: i64,
}

/// See [`Params`].
pub struct Delete;

impl Function for Delete {
    const NAME: &'static str = "delete";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
