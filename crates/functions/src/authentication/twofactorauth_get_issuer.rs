//! `twofactorauth_get_issuer`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Returns the issuer name that authenticator apps show.
#[derive(Input)]
pub struct Params;

/// What `twofactorauth_get_issuer` answers.
#[derive(Output)]
pub struct Reply {
    /// The issuer.
    pub issuer: String,
    /// The system wide issuer.
    pub system_wide_issuer: String,
}

/// See [`Params`].
pub struct TwofactorauthGetIssuer;

impl Function for TwofactorauthGetIssuer {
    const NAME: &'static str = "twofactorauth_get_issuer";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::BasicWhmFunctions]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
