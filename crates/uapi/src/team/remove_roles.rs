//! `Team::remove_roles`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `Team::remove_roles`.
#[derive(Input)]
pub struct Params {
    /// The role.
    pub role: String,
    /// The user.
    pub user: String,
}

/// See [`Params`].
pub struct RemoveRoles;

impl Function for RemoveRoles {
    const NAME: &'static str = "remove_roles";
    const NEEDS: Needs = Needs::Features(&["team_manager"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
