//! `SSL::get_autossl_excluded_domains`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Lists the domains excluded from AutoSSL.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The excluded domain.
    pub excluded_domain: String,
}

/// See [`Params`].
pub struct GetAutosslExcludedDomains;

impl Function for GetAutosslExcludedDomains {
    const NAME: &'static str = "get_autossl_excluded_domains";
    const NEEDS: Needs = Needs::Features(&["autossl"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
