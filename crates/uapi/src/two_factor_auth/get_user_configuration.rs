//! `TwoFactorAuth::get_user_configuration`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// `TwoFactorAuth::get_user_configuration`.
#[derive(Input)]
pub struct Params;

/// What `get_user_configuration` answers.
#[derive(Output)]
pub struct Reply {
    /// Whether it is enabled.
    pub is_enabled: Flag,
    /// The issuer.
    pub issuer: String,
}

/// See [`Params`].
pub struct GetUserConfiguration;

impl Function for GetUserConfiguration {
    const NAME: &'static str = "get_user_configuration";
    const NEEDS: Needs = Needs::Features(&["twofactorauth"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
