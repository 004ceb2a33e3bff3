//! `SSL::add_autossl_excluded_domains`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Adds domains to the AutoSSL exclusions.
#[derive(Input)]
pub struct Params {
    /// The domains: comma-separated.
    pub domains: String,
}

/// See [`Params`].
pub struct AddAutosslExcludedDomains;

impl Function for AddAutosslExcludedDomains {
    const NAME: &'static str = "add_autossl_excluded_domains";
    const NEEDS: Needs = Needs::Features(&["autossl"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
