//! `SubDomain::validregex`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Give the regular expression that a subdomain label must match.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct Validregex;

impl Function for Validregex {
    const NAME: &'static str = "validregex";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<String>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
