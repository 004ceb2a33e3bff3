//! `Team::reinstate_team_user`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `Team::reinstate_team_user`.
#[derive(Input)]
pub struct Params {
    /// The user.
    pub user: String,
}

/// See [`Params`].
pub struct ReinstateTeamUser;

impl Function for ReinstateTeamUser {
    const NAME: &'static str = "reinstate_team_user";
    const NEEDS: Needs = Needs::Features(&["team_manager"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
