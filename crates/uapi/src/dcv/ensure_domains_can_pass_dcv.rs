//! `DCV::ensure_domains_can_pass_dcv`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `DCV::ensure_domains_can_pass_dcv`.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: String,
}

/// See [`Params`].
pub struct EnsureDomainsCanPassDcv;

impl Function for EnsureDomainsCanPassDcv {
    const NAME: &'static str = "ensure_domains_can_pass_dcv";
    const NEEDS: Needs = Needs::Features(&["tls_wizard", "autossl", "sslmanager"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Option<String>>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
