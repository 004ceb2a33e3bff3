//! `Team::cancel_expire`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `Team::cancel_expire`.
#[derive(Input)]
pub struct Params {
    /// The user.
    pub user: String,
}

/// See [`Params`].
pub struct CancelExpire;

impl Function for CancelExpire {
    const NAME: &'static str = "cancel_expire";
    const NEEDS: Needs = Needs::Features(&["team_manager"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
