//! `Email::add_domain_forwarder`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result, reply};

/// Forwards all mail of one domain to another domain.
#[derive(Input)]
pub struct Params {
    /// The destdomain: receives the mail.
    pub destdomain: DomainName,
    /// The account's own domain.
    pub domain: DomainName,
}

/// See [`Params`].
pub struct AddDomainForwarder;

impl Function for AddDomainForwarder {
    const NAME: &'static str = "add_domain_forwarder";
    const NEEDS: Needs = Needs::Features(&["emaildomainfwd"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = String;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
