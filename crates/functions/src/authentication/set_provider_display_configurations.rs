//! `set_provider_display_configurations`

use api::{Cx, Effect, Function, Input, JsonText, Needs, Result, Value, Word, reply};

/// Stores how a provider's login button looks in one service.
#[derive(Input)]
pub struct Params {
    /// Object with any of color, `display_name`, icon, `icon_type`, label, textcolor; `icon_type`
    /// defaults to `image/svg+xml`.
    pub configurations: JsonText<Value>,
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
pub struct SetProviderDisplayConfigurations;

impl Function for SetProviderDisplayConfigurations {
    const NAME: &'static str = "set_provider_display_configurations";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
