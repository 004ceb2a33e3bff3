//! `Email::list_domain_forwarders`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Output, Result, reply};

/// Lists domain forwarders.
#[derive(Input)]
pub struct Params {
    /// The domain: all where absent.
    pub domain: Option<DomainName>,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The dest.
    pub dest: String,
    /// The forward.
    pub forward: String,
}

/// See [`Params`].
pub struct ListDomainForwarders;

impl Function for ListDomainForwarders {
    const NAME: &'static str = "list_domain_forwarders";
    const NEEDS: Needs = Needs::Features(&["emaildomainfwd"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
