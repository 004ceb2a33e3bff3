//! `set_autossl_provider`

use std::collections::BTreeMap;

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Chooses the AutoSSL provider.
#[derive(Input)]
pub struct Params {
    /// `module_name`, e.g. cPanel or `LetsEncrypt`.
    pub provider: String,
    /// `x_*`: free family: any name with prefix `x_`, meaning set by the provider; e.g. Let's
    /// Encrypt takes `x_terms_of_service_accepted` `=` URL of the accepted terms.
    #[param(rest)]
    pub rest: BTreeMap<String, String>,
}

/// See [`Params`].
pub struct SetAutosslProvider;

impl Function for SetAutosslProvider {
    const NAME: &'static str = "set_autossl_provider";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
