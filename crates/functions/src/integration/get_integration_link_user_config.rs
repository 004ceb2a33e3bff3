//! `get_integration_link_user_config`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result, UserName, reply};

/// Returns the settings of one integration link of a user.
#[derive(Input)]
pub struct Params {
    /// Name that identifies the link.
    pub app: String,
    /// The user: cPanel account.
    pub user: UserName,
}

/// What `get_integration_link_user_config` answers.
#[derive(Output)]
pub struct Reply {
    /// The userconfig.
    pub userconfig: Userconfig,
}

/// The userconfig.
#[derive(Output)]
pub struct Userconfig {
    /// The application.
    pub app: String,
    /// The autologin token URL.
    pub autologin_token_url: String,
    /// The base64 png image.
    pub base64_png_image: String,
    /// The implements.
    pub implements: String,
    /// The label.
    pub label: String,
    /// The subscriber unique ID.
    pub subscriber_unique_id: String,
    /// The URL.
    pub url: String,
    /// The user.
    pub user: String,
}

/// See [`Params`].
pub struct GetIntegrationLinkUserConfig;

impl Function for GetIntegrationLinkUserConfig {
    const NAME: &'static str = "get_integration_link_user_config";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::CpanelIntegration]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
