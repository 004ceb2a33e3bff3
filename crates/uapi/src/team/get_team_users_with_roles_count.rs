//! `Team::get_team_users_with_roles_count`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// `Team::get_team_users_with_roles_count`.
#[derive(Input)]
pub struct Params;

/// What `get_team_users_with_roles_count` answers.
#[derive(Output)]
pub struct Reply {
    /// The max.
    pub max: i64,
    /// The used.
    pub used: i64,
}

/// See [`Params`].
pub struct GetTeamUsersWithRolesCount;

impl Function for GetTeamUsersWithRolesCount {
    const NAME: &'static str = "get_team_users_with_roles_count";
    const NEEDS: Needs = Needs::Features(&["team_manager"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
