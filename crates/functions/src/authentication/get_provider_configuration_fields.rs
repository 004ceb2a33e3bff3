//! `get_provider_configuration_fields`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// Lists the settings that an identity provider needs.
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

/// What `get_provider_configuration_fields` answers.
#[derive(Output)]
pub struct Reply {
    /// The configuration fields.
    pub configuration_fields: Vec<ConfigurationField>,
}

/// One item of `configuration_fields`.
#[derive(Output)]
pub struct ConfigurationField {
    /// The description.
    pub description: String,
    /// The display order.
    pub display_order: i64,
    /// The field ID.
    pub field_id: String,
    /// The label.
    pub label: String,
    /// The value.
    pub value: Option<String>,
}

/// See [`Params`].
pub struct GetProviderConfigurationFields;

impl Function for GetProviderConfigurationFields {
    const NAME: &'static str = "get_provider_configuration_fields";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
