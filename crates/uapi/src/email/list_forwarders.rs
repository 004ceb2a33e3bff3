//! `Email::list_forwarders`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Output, Result, reply};

/// Lists a domain's forwarders.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// Perl-style pattern that filters.
    pub regex: Option<String>,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The dest.
    pub dest: String,
    /// The forward.
    pub forward: String,
    /// The HTML dest.
    pub html_dest: String,
    /// The HTML forward.
    pub html_forward: String,
    /// The URI dest.
    pub uri_dest: String,
    /// The URI forward.
    pub uri_forward: String,
}

/// See [`Params`].
pub struct ListForwarders;

impl Function for ListForwarders {
    const NAME: &'static str = "list_forwarders";
    const NEEDS: Needs = Needs::Features(&["forwarders"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
