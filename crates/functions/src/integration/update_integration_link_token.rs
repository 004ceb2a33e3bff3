//! `update_integration_link_token`

use api::{
    Acl, Cx, Effect, Error, Function, Input, Needs, Result, Secret, UserName,
    records::IntegrationLink,
};

use crate::domain::{
    change::{Change, OnFailure},
    integration,
};

/// Replaces the token of an integration link.
#[derive(Input)]
pub struct Params {
    /// Name that identifies the link.
    pub app: String,
    /// The token: new token.
    pub token: Secret,
    /// The user: cPanel account.
    pub user: UserName,
}

/// See [`Params`].
pub struct UpdateIntegrationLinkToken;

impl Function for UpdateIntegrationLinkToken {
    const NAME: &'static str = "update_integration_link_token";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::CpanelIntegration]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        if params.token.reveal().is_empty() {
            return Err(Error::param("token", "must not be empty."));
        }
        let mut change = Change::begin(cx)?;
        let account = cx.account(change.tx(), &params.user)?;
        let link = integration::link(change.tx(), account.name(), &params.app)?;
        let token = cx.host.vault.seal(integration::PURPOSE, &params.token)?;
        change.save(&IntegrationLink { token, ..link })?;
        change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use crate::{domain::integration, testing::World};

    #[test]
    fn the_token_is_another_and_all_else_stays() {
        let world = World::new().account("alice", "root");
        let form = [
            ("user", "alice"),
            ("app", "bills"),
            ("implements", "billing"),
            ("label", "Bills"),
            ("subscriber_unique_id", "7"),
            ("token", "old"),
            ("url", "https://a.test/"),
        ];
        world.call("root", "create_integration_link", &form).unwrap();
        let form = [("user", "alice"), ("app", "bills"), ("token", "new")];
        world.call("root", "update_integration_link_token", &form).unwrap();
        let tx = world.host.store.read().unwrap();
        let link = integration::link(&*tx, &"alice".parse().unwrap(), "bills").unwrap();
        let token = world.host.vault.open(integration::PURPOSE, &link.token).unwrap();
        assert_eq!((token.reveal(), link.label.as_str()), ("new", "Bills"));
        drop(tx);
        let form = [("user", "alice"), ("app", "x"), ("token", "new")];
        let said = world.refusal("root", "update_integration_link_token", &form);
        assert_eq!(said, "app: the account “alice” has no link “x”.");
    }
}
