//! `SSL::get_autossl_excluded_domains`

use api::{Cx, Effect, Function, Input, Needs, Output, Result};
use functions::domain::tls::exclusions;

/// Lists the domains that are left out of automatic certificates.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The domain.
    pub excluded_domain: String,
}

/// See [`Params`].
pub struct GetAutosslExcludedDomains;

impl Function for GetAutosslExcludedDomains {
    const NAME: &'static str = "get_autossl_excluded_domains";
    const NEEDS: Needs = Needs::Features(&["autossl"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        let excluded = exclusions::list(cx)?.into_iter();
        Ok(excluded.map(|domain| Item { excluded_domain: domain.to_string() }).collect())
    }
}
