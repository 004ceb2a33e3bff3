//! `delete_configclusterserver`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Remove a server from the configuration cluster.
#[derive(Input)]
pub struct Params {
    /// Hostname or IP of the remote server.
    pub name: String,
}

/// See [`Params`].
pub struct DeleteConfigclusterserver;

impl Function for DeleteConfigclusterserver {
    const NAME: &'static str = "delete_configclusterserver";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
