//! `twofactorauth_enable_policy`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Turns the two-factor policy on on the server.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct TwofactorauthEnablePolicy;

impl Function for TwofactorauthEnablePolicy {
    const NAME: &'static str = "twofactorauth_enable_policy";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
