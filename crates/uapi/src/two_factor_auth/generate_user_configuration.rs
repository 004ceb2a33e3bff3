//! `TwoFactorAuth::generate_user_configuration`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// `TwoFactorAuth::generate_user_configuration`.
#[derive(Input)]
pub struct Params;

/// What `generate_user_configuration` answers.
#[derive(Output)]
pub struct Reply {
    /// The otpauth str.
    pub otpauth_str: String,
    /// The secret.
    pub secret: String,
}

/// See [`Params`].
pub struct GenerateUserConfiguration;

impl Function for GenerateUserConfiguration {
    const NAME: &'static str = "generate_user_configuration";
    const NEEDS: Needs = Needs::Features(&["twofactorauth"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
