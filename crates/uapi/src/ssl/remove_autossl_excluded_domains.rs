//! `SSL::remove_autossl_excluded_domains`

use api::{Cx, Effect, Function, Input, Needs, Result};
use functions::domain::tls::{exclusions, names::DomainList};

/// Takes domains into automatic certificates again.
#[derive(Input)]
pub struct Params {
    /// Domains of the account, parted by commas.
    pub domains: DomainList,
}

/// See [`Params`].
pub struct RemoveAutosslExcludedDomains;

impl Function for RemoveAutosslExcludedDomains {
    const NAME: &'static str = "remove_autossl_excluded_domains";
    const NEEDS: Needs = Needs::Features(&["autossl"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        exclusions::change(cx, |excluded| {
            excluded.retain(|domain| !params.domains.0.contains(domain));
        })
    }
}
