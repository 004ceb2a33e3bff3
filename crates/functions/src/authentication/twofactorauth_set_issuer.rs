//! `twofactorauth_set_issuer`

use api::{Acl, Cx, Effect, Function, Input, Needs, Result, reply};

/// Sets the issuer name used for new two-factor set-ups.
#[derive(Input)]
pub struct Params {
    /// The issuer.
    pub issuer: String,
}

/// See [`Params`].
pub struct TwofactorauthSetIssuer;

impl Function for TwofactorauthSetIssuer {
    const NAME: &'static str = "twofactorauth_set_issuer";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::BasicWhmFunctions]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
