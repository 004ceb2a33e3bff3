//! `remove_integration_group`

use api::{
    Acl, Cx, Effect, Error, Function, Input, Needs, Result, UserName,
    records::{IntegrationGroup, IntegrationLink, is},
};

use crate::domain::{
    change::{Change, OnFailure},
    integration,
};

/// Removes an integration link group from a user's cPanel. Its links go to the user's menu.
#[derive(Input)]
pub struct Params {
    /// The group ID.
    pub group_id: String,
    /// The user: cPanel account.
    pub user: UserName,
}

/// See [`Params`].
pub struct RemoveIntegrationGroup;

impl Function for RemoveIntegrationGroup {
    const NAME: &'static str = "remove_integration_group";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::CpanelIntegration]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let mut change = Change::begin(cx)?;
        let account = cx.account(change.tx(), &params.user)?;
        let (name, id) = (account.name(), params.group_id.as_str());
        if change.remove::<IntegrationGroup>(&[is("account", name), is("id", id)])? == 0 {
            let id = api::values::text::shown(id);
            let said = format!("group_id: the account “{name}” has no group “{id}” of its own.");
            return Err(Error::not_found(said));
        }
        for link in integration::links(change.tx(), name)? {
            if link.group_id == id {
                change.save(&IntegrationLink { group_id: String::new(), ..link })?;
            }
        }
        change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    #[test]
    fn its_links_go_to_the_users_menu() {
        let world = World::new().account("alice", "root");
        let form = [("user", "alice"), ("group_id", "shop"), ("label", "Shop"), ("order", "1")];
        world.call("root", "create_integration_group", &form).unwrap();
        let form = [
            ("user", "alice"),
            ("app", "bills"),
            ("implements", "billing"),
            ("label", "Bills"),
            ("subscriber_unique_id", "7"),
            ("token", "x"),
            ("url", "https://a.test/"),
            ("group_id", "shop"),
        ];
        world.call("root", "create_integration_link", &form).unwrap();
        let remove = || {
            let form = [("user", "alice"), ("group_id", "shop")];
            world.call("root", "remove_integration_group", &form)
        };
        remove().unwrap();
        let tx = world.host.store.read().unwrap();
        let links = crate::domain::integration::links(&*tx, &"alice".parse().unwrap()).unwrap();
        assert_eq!(links.len(), 1);
        assert_eq!(links[0].group_id, "");
        let said = remove().unwrap_err().to_string();
        assert_eq!(said, "group_id: the account “alice” has no group “shop” of its own.");
    }
}
