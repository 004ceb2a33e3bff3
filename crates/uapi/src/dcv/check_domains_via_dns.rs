//! `DCV::check_domains_via_dns`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// `DCV::check_domains_via_dns`.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The dcv string.
    pub dcv_string: String,
    /// The domain.
    pub domain: String,
    /// The failure reason.
    pub failure_reason: String,
    /// The query results.
    pub query_results: Vec<String>,
    /// The succeeded flag: 0 or 1.
    pub succeeded: Flag,
    /// The zone.
    pub zone: String,
}

/// See [`Params`].
pub struct CheckDomainsViaDns;

impl Function for CheckDomainsViaDns {
    const NAME: &'static str = "check_domains_via_dns";
    const NEEDS: Needs = Needs::Features(&["tls_wizard", "autossl", "sslmanager"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
