//! `listlockedaccounts`

use api::{
    Acl, Cx, Effect, Flag, Function, Input, Needs, Output, Record, Result, UserName, records::is,
};

/// Lists the suspended accounts that only root may unsuspend.
#[derive(Debug, Input)]
pub struct Params {}

/// The accounts.
#[derive(Debug, Output)]
pub struct Reply {
    /// Their names, in alphabetical order.
    pub account: Vec<UserName>,
}

/// The name of an account.
#[derive(Debug, Record)]
#[record(table = "accounts", key = "name")]
struct Named {
    name: UserName,
}

/// See [`Params`].
pub struct ListLockedAccounts;

impl Function for ListLockedAccounts {
    const NAME: &'static str = "listlockedaccounts";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ListAccts, Acl::SuspendAcct]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        let scope = cx.scope();
        let mut filter = scope.filter();
        filter.push(is("locked", &Flag(true)));
        let rows: Vec<Named> = cx.host.store.read()?.matching(filter)?;
        Ok(Reply { account: rows.into_iter().map(|row| row.name).collect() })
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    #[test]
    fn only_locked_accounts_of_the_caller_are_listed() {
        let world = World::new()
            .reseller("bob", &[Acl::SuspendAcct])
            .plant_account("anna", "bob")
            .plant_account("bert", "bob")
            .plant_account("carl", "root")
            .with_account("anna", |account| account.locked = true.into())
            .with_account("carl", |account| account.locked = true.into());
        let locked = |user: &str| world.data(user, "listlockedaccounts", &[])["account"].clone();
        assert_eq!(locked("root"), serde_json::json!(["anna", "carl"]));
        assert_eq!(locked("bob"), serde_json::json!(["anna"]));
    }
}
