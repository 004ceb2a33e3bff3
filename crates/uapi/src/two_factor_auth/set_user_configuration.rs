//! `TwoFactorAuth::set_user_configuration`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Secret, reply};

/// `TwoFactorAuth::set_user_configuration`.
#[derive(Input)]
pub struct Params {
    /// The secret.
    pub secret: Secret,
    /// The tfa token.
    pub tfa_token: i64,
}

/// What `set_user_configuration` answers.
#[derive(Output)]
pub struct Reply {
    /// The tfa configured flag: 0 or 1.
    pub tfa_configured: Flag,
}

/// See [`Params`].
pub struct SetUserConfiguration;

impl Function for SetUserConfiguration {
    const NAME: &'static str = "set_user_configuration";
    const NEEDS: Needs = Needs::Features(&["twofactorauth"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
