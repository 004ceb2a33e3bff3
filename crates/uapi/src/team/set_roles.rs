//! `Team::set_roles`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `Team::set_roles`.
#[derive(Input)]
pub struct Params {
    /// The user.
    pub user: String,
    /// The role.
    pub role: Option<String>,
}

/// See [`Params`].
pub struct SetRoles;

impl Function for SetRoles {
    const NAME: &'static str = "set_roles";
    const NEEDS: Needs = Needs::Features(&["team_manager"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
