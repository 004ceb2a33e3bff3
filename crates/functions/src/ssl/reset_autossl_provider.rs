//! `reset_autossl_provider`

use std::collections::BTreeMap;

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Resets the registration with an AutoSSL provider.
#[derive(Input)]
pub struct Params {
    /// The provider: `module_name`, e.g. cPanel.
    pub provider: String,
    /// `x_*`: free family: any name with prefix `x_`, meaning set by the provider; e.g. Let's
    /// Encrypt takes `x_terms_of_service_accepted` `=` URL of the accepted terms.
    #[param(rest)]
    pub rest: BTreeMap<String, String>,
}

/// See [`Params`].
pub struct ResetAutosslProvider;

impl Function for ResetAutosslProvider {
    const NAME: &'static str = "reset_autossl_provider";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
