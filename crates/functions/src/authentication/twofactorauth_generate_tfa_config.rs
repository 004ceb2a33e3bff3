//! `twofactorauth_generate_tfa_config`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Makes a random two-factor secret and its otpauth URL.
#[derive(Input)]
pub struct Params;

/// What `twofactorauth_generate_tfa_config` answers.
#[derive(Output)]
pub struct Reply {
    /// The otpauth str.
    pub otpauth_str: String,
    /// The secret.
    pub secret: String,
}

/// See [`Params`].
pub struct TwofactorauthGenerateTfaConfig;

impl Function for TwofactorauthGenerateTfaConfig {
    const NAME: &'static str = "twofactorauth_generate_tfa_config";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::BasicWhmFunctions]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
