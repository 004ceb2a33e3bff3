//! `VersionControlDeployment::delete`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `VersionControlDeployment::delete`.
#[derive(Input)]
pub struct Params {
    /// The deploy ID.
    pub deploy_id: String,
}

/// See [`Params`].
pub struct Delete;

impl Function for Delete {
    const NAME: &'static str = "delete";
    const NEEDS: Needs = Needs::Features(&["version_control"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
