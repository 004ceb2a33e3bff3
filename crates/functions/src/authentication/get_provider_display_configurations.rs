//! `get_provider_display_configurations`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// Returns how a provider's login button looks in each service.
#[derive(Input)]
pub struct Params {
    /// Key of the identity provider, e.g. cpanelid, google.
    pub provider_id: String,
}

/// What `get_provider_display_configurations` answers.
#[derive(Output)]
pub struct Reply {
    /// The configurations.
    pub configurations: Vec<Configuration>,
}

/// One item of `configurations`.
#[derive(Output)]
pub struct Configuration {
    /// The color.
    pub color: String,
    /// The display name.
    pub display_name: String,
    /// The documentation URL.
    pub documentation_url: String,
    /// The icon.
    pub icon: String,
    /// The icon type.
    pub icon_type: String,
    /// The label.
    pub label: String,
    /// The link.
    pub link: String,
    /// The provider name.
    pub provider_name: String,
    /// The service.
    pub service: Service,
    /// The textcolor.
    pub textcolor: String,
}

/// What `service` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Service {
    /// `cpaneld`.
    #[word("cpaneld")]
    Cpaneld,
    /// `whostmgrd`.
    #[word("whostmgrd")]
    Whostmgrd,
    /// `webmaild`.
    #[word("webmaild")]
    Webmaild,
}

/// See [`Params`].
pub struct GetProviderDisplayConfigurations;

impl Function for GetProviderDisplayConfigurations {
    const NAME: &'static str = "get_provider_display_configurations";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
