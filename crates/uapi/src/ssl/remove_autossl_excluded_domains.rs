//! `SSL::remove_autossl_excluded_domains`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Takes domains off the AutoSSL exclusions.
#[derive(Input)]
pub struct Params {
    /// The text says one domain; the sister functions take a comma-separated list.
    pub domains: String,
}

/// See [`Params`].
pub struct RemoveAutosslExcludedDomains;

impl Function for RemoveAutosslExcludedDomains {
    const NAME: &'static str = "remove_autossl_excluded_domains";
    const NEEDS: Needs = Needs::Features(&["autossl"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
