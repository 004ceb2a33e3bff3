//! `set_provider_client_configurations`

use api::{Cx, Effect, Function, Input, JsonText, Needs, Result, Value, Word, reply};

/// Stores the client settings of an identity provider for a service.
#[derive(Input)]
pub struct Params {
    /// Object, e.g. `client_id` and `client_secret`; keys are those of
    /// `get_provider_configuration_fields`.
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
pub struct SetProviderClientConfigurations;

impl Function for SetProviderClientConfigurations {
    const NAME: &'static str = "set_provider_client_configurations";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
