//! `DNS::fetch_cpanel_generated_domains`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Output, Result, reply};

/// List the service names that the system generates for a domain.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The domain.
    pub domain: String,
}

/// See [`Params`].
pub struct FetchCpanelGeneratedDomains;

impl Function for FetchCpanelGeneratedDomains {
    const NAME: &'static str = "fetch_cpanel_generated_domains";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
