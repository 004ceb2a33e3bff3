//! `Team::suspend_team_user`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `Team::suspend_team_user`.
#[derive(Input)]
pub struct Params {
    /// The user.
    pub user: String,
    /// The reason.
    pub reason: Option<String>,
}

/// See [`Params`].
pub struct SuspendTeamUser;

impl Function for SuspendTeamUser {
    const NAME: &'static str = "suspend_team_user";
    const NEEDS: Needs = Needs::Features(&["team_manager"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
