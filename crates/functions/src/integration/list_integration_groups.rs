//! `list_integration_groups`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result, UserName};

use crate::domain::integration;

/// Lists a user's integration link groups.
#[derive(Input)]
pub struct Params {
    /// The user: cPanel account.
    pub user: UserName,
}

/// What `list_integration_groups` answers.
#[derive(Output)]
pub struct Reply {
    /// The links.
    pub links: Vec<Link>,
}

/// One item of `links`.
#[derive(Output)]
pub struct Link {
    /// The group.
    pub group: String,
}

/// See [`Params`].
pub struct ListIntegrationGroups;

impl Function for ListIntegrationGroups {
    const NAME: &'static str = "list_integration_groups";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::CpanelIntegration]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let account = cx.account(&*tx, &params.user)?;
        let groups = integration::groups(&*tx, account.name())?;
        Ok(Reply { links: groups.into_iter().map(|group| Link { group: group.id }).collect() })
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;
    use serde_json::json;

    use crate::testing::World;

    #[test]
    fn an_account_begins_with_none_and_strangers_see_nothing() {
        let world =
            World::new().account("alice", "root").reseller("bob", &[Acl::CpanelIntegration]);
        let data = world.data("root", "list_integration_groups", &[("user", "alice")]);
        assert_eq!(data, json!({"links": []}));
        let said = world.refusal("bob", "list_integration_groups", &[("user", "alice")]);
        assert_eq!(said, "There is no account “alice”.");
    }
}
