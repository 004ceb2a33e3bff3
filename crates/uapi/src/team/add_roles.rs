//! `Team::add_roles`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `Team::add_roles`.
#[derive(Input)]
pub struct Params {
    /// The role.
    pub role: String,
    /// The user.
    pub user: String,
}

/// See [`Params`].
pub struct AddRoles;

impl Function for AddRoles {
    const NAME: &'static str = "add_roles";
    const NEEDS: Needs = Needs::Features(&["team_manager"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
