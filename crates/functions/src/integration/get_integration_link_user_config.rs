//! `get_integration_link_user_config`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result, UserName};

use crate::domain::integration;

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
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let account = cx.account(&*tx, &params.user)?;
        let link = integration::link(&*tx, account.name(), &params.app)?;
        Ok(Reply {
            userconfig: Userconfig {
                app: link.app,
                autologin_token_url: link.token_url,
                base64_png_image: link.icon,
                implements: link.implements,
                label: link.label,
                subscriber_unique_id: link.subscriber,
                url: link.url,
                user: link.account.to_string(),
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    #[test]
    fn an_unknown_link_and_a_strangers_account_are_refused() {
        let world =
            World::new().account("alice", "root").reseller("bob", &[Acl::CpanelIntegration]);
        let form = [("user", "alice"), ("app", "x")];
        let said = world.refusal("root", "get_integration_link_user_config", &form);
        assert_eq!(said, "app: the account “alice” has no link “x”.");
        let said = world.refusal("bob", "get_integration_link_user_config", &form);
        assert_eq!(said, "There is no account “alice”.");
    }
}
