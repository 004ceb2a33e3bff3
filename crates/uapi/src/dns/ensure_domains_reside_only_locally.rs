//! `DNS::ensure_domains_reside_only_locally`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result, reply};

/// Tell for each domain whether it resolves only to this server.
#[derive(Input)]
pub struct Params {
    /// Repeat it, or number it (domain, domain-1, domain-2 or domain-0, ...), for several.
    pub domain: DomainName,
}

/// See [`Params`].
pub struct EnsureDomainsResideOnlyLocally;

impl Function for EnsureDomainsResideOnlyLocally {
    const NAME: &'static str = "ensure_domains_reside_only_locally";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Option<String>>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
