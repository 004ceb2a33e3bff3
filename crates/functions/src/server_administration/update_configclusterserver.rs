//! `update_configclusterserver`

use api::{Cx, Effect, Function, Input, Needs, Result, UserName, reply};

/// Change a configuration cluster server's user or key.
#[derive(Input)]
pub struct Params {
    /// Name or IP of the remote server.
    pub name: String,
    /// New remote access key; left out: unchanged.
    pub key: Option<String>,
    /// The user: left out: unchanged.
    pub user: Option<UserName>,
}

/// See [`Params`].
pub struct UpdateConfigclusterserver;

impl Function for UpdateConfigclusterserver {
    const NAME: &'static str = "update_configclusterserver";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
