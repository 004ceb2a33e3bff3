//! `twofactorauth_set_tfa_config`

use api::{Acl, Cx, Effect, Flag, Function, Input, Needs, Output, Result, Secret, reply};

/// Switches 2FA on for the calling root or reseller account.
#[derive(Input)]
pub struct Params {
    /// The secret: Base32, from `twofactorauth_generate_tfa_config`.
    pub secret: Secret,
    /// Current time-based code from the app, six digits.
    pub tfa_token: Secret,
}

/// What `twofactorauth_set_tfa_config` answers.
#[derive(Output)]
pub struct Reply {
    /// The success flag: 0 or 1.
    pub success: Flag,
}

/// See [`Params`].
pub struct TwofactorauthSetTfaConfig;

impl Function for TwofactorauthSetTfaConfig {
    const NAME: &'static str = "twofactorauth_set_tfa_config";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::BasicWhmFunctions]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
