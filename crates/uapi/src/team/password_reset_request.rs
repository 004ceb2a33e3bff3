//! `Team::password_reset_request`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `Team::password_reset_request`.
#[derive(Input)]
pub struct Params {
    /// The user.
    pub user: String,
}

/// See [`Params`].
pub struct PasswordResetRequest;

impl Function for PasswordResetRequest {
    const NAME: &'static str = "password_reset_request";
    const NEEDS: Needs = Needs::Features(&["team_manager"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
