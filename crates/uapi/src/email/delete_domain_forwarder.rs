//! `Email::delete_domain_forwarder`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result, reply};

/// Deletes a domain's forwarder.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
}

/// See [`Params`].
pub struct DeleteDomainForwarder;

impl Function for DeleteDomainForwarder {
    const NAME: &'static str = "delete_domain_forwarder";
    const NEEDS: Needs = Needs::Features(&["emaildomainfwd"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
