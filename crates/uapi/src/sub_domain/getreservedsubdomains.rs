//! `SubDomain::getreservedsubdomains`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// List the subdomain labels that the system keeps for itself.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct Getreservedsubdomains;

impl Function for Getreservedsubdomains {
    const NAME: &'static str = "getreservedsubdomains";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<String>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
