//! `remove_integration_link`

use api::{
    Acl, Cx, Effect, Function, Input, Needs, Result, UserName,
    records::{IntegrationLink, is},
};

use crate::domain::{
    change::{Change, OnFailure},
    integration,
};

/// Removes an integration link from a user's cPanel.
#[derive(Input)]
pub struct Params {
    /// Name that identifies the link.
    pub app: String,
    /// The user: cPanel account.
    pub user: UserName,
}

/// See [`Params`].
pub struct RemoveIntegrationLink;

impl Function for RemoveIntegrationLink {
    const NAME: &'static str = "remove_integration_link";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::CpanelIntegration]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let mut change = Change::begin(cx)?;
        let account = cx.account(change.tx(), &params.user)?;
        let link = integration::link(change.tx(), account.name(), &params.app)?;
        let key = [is("account", &link.account), is("app", link.app.as_str())];
        change.remove::<IntegrationLink>(&key)?;
        change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;
    use serde_json::json;

    use crate::testing::World;

    #[test]
    fn one_link_goes_and_the_others_stay() {
        let world =
            World::new().account("alice", "root").reseller("bob", &[Acl::CpanelIntegration]);
        for app in ["one", "two"] {
            let form = [
                ("user", "alice"),
                ("app", app),
                ("implements", "support"),
                ("label", "Help"),
                ("subscriber_unique_id", "7"),
                ("token", "x"),
                ("autologin_token_url", "https://a.test/"),
            ];
            world.call("root", "create_integration_link", &form).unwrap();
        }
        let form = [("user", "alice"), ("app", "one")];
        let said = world.refusal("bob", "remove_integration_link", &form);
        assert_eq!(said, "There is no account “alice”.");
        world.call("root", "remove_integration_link", &form).unwrap();
        let data = world.data("root", "list_integration_links", &[("user", "alice")]);
        assert_eq!(data, json!({"links": [{"app": "two"}]}));
        let said = world.refusal("root", "remove_integration_link", &form);
        assert_eq!(said, "app: the account “alice” has no link “one”.");
    }
}
