//! `SSL::set_autossl_excluded_domains`

use api::{Cx, Effect, Function, Input, Needs, Result};
use functions::domain::tls::{exclusions, names::DomainList};

/// Says which domains are left out of automatic certificates.
#[derive(Input)]
pub struct Params {
    /// Domains of the account, parted by commas; none where absent.
    #[param(default = DomainList::default())]
    pub domains: DomainList,
}

/// See [`Params`].
pub struct SetAutosslExcludedDomains;

impl Function for SetAutosslExcludedDomains {
    const NAME: &'static str = "set_autossl_excluded_domains";
    const NEEDS: Needs = Needs::Features(&["autossl"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        exclusions::change(cx, |excluded| *excluded = params.domains.0.into_iter().collect())
    }
}
