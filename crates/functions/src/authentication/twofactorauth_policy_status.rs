//! `twofactorauth_policy_status`

use api::{Acl, Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Tells whether the two-factor policy is on.
#[derive(Input)]
pub struct Params;

/// What `twofactorauth_policy_status` answers.
#[derive(Output)]
pub struct Reply {
    /// Whether it is enabled.
    pub is_enabled: Flag,
}

/// See [`Params`].
pub struct TwofactorauthPolicyStatus;

impl Function for TwofactorauthPolicyStatus {
    const NAME: &'static str = "twofactorauth_policy_status";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::BasicWhmFunctions]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
