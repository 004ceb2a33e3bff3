//! `enable_authentication_provider`

use api::{Cx, Effect, Function, Input, Needs, Result, Word, reply};

/// Turns an external identity provider on for one service.
#[derive(Input)]
pub struct Params {
    /// Key of the identity provider, e.g. cpanelid, google.
    pub provider_id: String,
    /// The service name.
    pub service_name: ServiceName,
}

/// What `service_name` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum ServiceName {
    /// `cpaneld`.
    #[word("cpaneld")]
    Cpaneld,
    /// `webmaild`.
    #[word("webmaild")]
    Webmaild,
    /// `whostmgrd`.
    #[word("whostmgrd")]
    Whostmgrd,
}

/// See [`Params`].
pub struct EnableAuthenticationProvider;

impl Function for EnableAuthenticationProvider {
    const NAME: &'static str = "enable_authentication_provider";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
