//! `get_provider_client_configurations`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// Returns the client settings of an identity provider for a service.
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

/// What `get_provider_client_configurations` answers.
#[derive(Output)]
pub struct Reply {
    /// The client configurations.
    pub client_configurations: ClientConfigurations,
}

/// The client configurations.
#[derive(Output)]
pub struct ClientConfigurations {
    /// The client ID.
    pub client_id: String,
    /// The client secret.
    pub client_secret: String,
    /// The redirect uris.
    pub redirect_uris: Vec<String>,
}

/// See [`Params`].
pub struct GetProviderClientConfigurations;

impl Function for GetProviderClientConfigurations {
    const NAME: &'static str = "get_provider_client_configurations";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
