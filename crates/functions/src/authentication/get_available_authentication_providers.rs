//! `get_available_authentication_providers`

use api::{Acl, Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Lists external identity providers with their state for each service.
#[derive(Input)]
pub struct Params;

/// What `get_available_authentication_providers` answers.
#[derive(Output)]
pub struct Reply {
    /// The providers.
    pub providers: Vec<Provider>,
}

/// One item of `providers`.
#[derive(Output)]
pub struct Provider {
    /// The color.
    pub color: String,
    /// The configured flag: 0 or 1.
    pub configured: Flag,
    /// The cpaneld enabled flag: 0 or 1.
    pub cpaneld_enabled: Flag,
    /// The cpaneld link.
    pub cpaneld_link: String,
    /// The display name.
    pub display_name: String,
    /// The documentation URL.
    pub documentation_url: String,
    /// The icon.
    pub icon: String,
    /// The icon type.
    pub icon_type: String,
    /// The ID.
    pub id: String,
    /// The label.
    pub label: String,
    /// The provider name.
    pub provider_name: String,
    /// The textcolor.
    pub textcolor: String,
    /// The webmaild enabled flag: 0 or 1.
    pub webmaild_enabled: Flag,
    /// The webmaild link.
    pub webmaild_link: String,
    /// The whostmgr enabled flag: 0 or 1.
    pub whostmgr_enabled: Flag,
    /// The whostmgrd link.
    pub whostmgrd_link: String,
}

/// See [`Params`].
pub struct GetAvailableAuthenticationProviders;

impl Function for GetAvailableAuthenticationProviders {
    const NAME: &'static str = "get_available_authentication_providers";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ManageOidc]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
