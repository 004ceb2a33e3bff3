//! `SSL::set_autossl_excluded_domains`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Replaces the AutoSSL exclusions.
#[derive(Input)]
pub struct Params {
    /// Comma-separated; absent empties the list.
    pub domains: Option<String>,
}

/// See [`Params`].
pub struct SetAutosslExcludedDomains;

impl Function for SetAutosslExcludedDomains {
    const NAME: &'static str = "set_autossl_excluded_domains";
    const NEEDS: Needs = Needs::Features(&["autossl"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
