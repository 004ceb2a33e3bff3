//! `Team::set_password`

use api::{Cx, Effect, Function, Input, Needs, Result, Secret, reply};

/// `Team::set_password`.
#[derive(Input)]
pub struct Params {
    /// The password.
    pub password: Secret,
    /// The user.
    pub user: String,
}

/// See [`Params`].
pub struct SetPassword;

impl Function for SetPassword {
    const NAME: &'static str = "set_password";
    const NEEDS: Needs = Needs::Features(&["team_manager"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
