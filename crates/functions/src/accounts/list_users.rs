//! `list_users`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Record, Result, UserName};

/// Lists the names of the accounts, for root with `root` before them.
#[derive(Debug, Input)]
pub struct Params {}

/// The names.
#[derive(Debug, Output)]
pub struct Reply {
    /// The names, in alphabetical order after `root`.
    pub users: Vec<UserName>,
}

/// The name of an account.
#[derive(Debug, Record)]
#[record(table = "accounts", key = "name")]
struct Named {
    name: UserName,
}

/// See [`Params`].
pub struct ListUsers;

impl Function for ListUsers {
    const NAME: &'static str = "list_users";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ListAccts]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        let scope = cx.scope();
        let accounts: Vec<Named> = cx.host.store.read()?.matching(scope.filter())?;
        let root = cx.caller.is_rootlike().then(UserName::root);
        Ok(Reply {
            users: root.into_iter().chain(accounts.into_iter().map(|row| row.name)).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    #[test]
    fn root_is_in_the_list_of_root_only() {
        let world = World::new()
            .reseller("bob", &[Acl::ListAccts])
            .plant_account("carl", "root")
            .plant_account("anna", "bob");
        let users = |user: &str| world.data(user, "list_users", &[])["users"].clone();
        assert_eq!(users("root"), serde_json::json!(["root", "anna", "carl"]));
        assert_eq!(users("bob"), serde_json::json!(["anna"]));
    }
}
