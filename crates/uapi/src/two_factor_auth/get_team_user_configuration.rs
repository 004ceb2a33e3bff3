//! `TwoFactorAuth::get_team_user_configuration`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// `TwoFactorAuth::get_team_user_configuration`.
#[derive(Input)]
pub struct Params {
    /// The team user.
    pub team_user: String,
}

/// What `get_team_user_configuration` answers.
#[derive(Output)]
pub struct Reply {
    /// Whether it is enabled.
    pub is_enabled: Flag,
    /// The issuer.
    pub issuer: String,
}

/// See [`Params`].
pub struct GetTeamUserConfiguration;

impl Function for GetTeamUserConfiguration {
    const NAME: &'static str = "get_team_user_configuration";
    const NEEDS: Needs = Needs::Features(&["twofactorauth"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
