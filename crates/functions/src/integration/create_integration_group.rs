//! `create_integration_group`

use api::{
    Acl, Cx, Effect, Error, Function, Input, Needs, Result, UserName, records::IntegrationGroup,
};

use crate::domain::{
    change::{Change, OnFailure},
    integration,
};

/// Makes a group for integration links in a user's cPanel.
#[derive(Input)]
pub struct Params {
    /// An existing group of this id is replaced.
    pub group_id: String,
    /// The label.
    pub label: String,
    /// 1 or more; place in the interface.
    pub order: i64,
    /// The user: cPanel account.
    pub user: UserName,
}

/// See [`Params`].
pub struct CreateIntegrationGroup;

impl Function for CreateIntegrationGroup {
    const NAME: &'static str = "create_integration_group";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::CpanelIntegration]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        integration::check_id("group_id", &params.group_id)?;
        if integration::GROUPS.contains(&params.group_id.as_str()) {
            return Err(Error::param("group_id", "every account has that group already."));
        }
        integration::check_text("label", &params.label)?;
        let place = u32::try_from(params.order).ok().filter(|place| *place > 0);
        let place = place.ok_or_else(|| Error::param("order", "must be 1 or more."))?;
        let mut change = Change::begin(cx)?;
        let account = cx.account(change.tx(), &params.user)?;
        let groups = integration::groups(change.tx(), account.name())?;
        if !groups.iter().any(|group| group.id == params.group_id) {
            integration::check_count("group_id", groups.len())?;
        }
        change.save(&IntegrationGroup {
            account: account.name().clone(),
            id: params.group_id,
            label: params.label,
            place,
        })?;
        change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;
    use serde_json::json;

    use crate::testing::World;

    #[test]
    fn groups_are_listed_in_their_order_and_replaced() {
        let world = World::new().account("alice", "root");
        for (id, order) in [("shop", "2"), ("help", "1"), ("shop", "3"), ("more", "2")] {
            let form = [("user", "alice"), ("group_id", id), ("label", "Shop"), ("order", order)];
            world.call("root", "create_integration_group", &form).unwrap();
        }
        let data = world.data("root", "list_integration_groups", &[("user", "alice")]);
        let links = json!([{"group": "help"}, {"group": "more"}, {"group": "shop"}]);
        assert_eq!(data, json!({"links": links}));
    }

    #[test]
    fn what_is_no_group_or_no_account_of_the_callers_is_refused() {
        let world =
            World::new().account("alice", "root").reseller("bob", &[Acl::CpanelIntegration]);
        for (by, id, label, order, said) in [
            ("root", "a b", "A", "1", "group_id: must have 1 to 64 letters"),
            ("root", "email", "A", "1", "group_id: every account has that group already."),
            ("root", "a", " ", "1", "label: must have 1 to 255 characters."),
            ("root", "a", "A", "0", "order: must be 1 or more."),
            ("bob", "a", "A", "1", "There is no account “alice”."),
        ] {
            let form = [("user", "alice"), ("group_id", id), ("label", label), ("order", order)];
            let refusal = world.refusal(by, "create_integration_group", &form);
            assert!(refusal.starts_with(said), "{refusal}");
        }
    }
}
