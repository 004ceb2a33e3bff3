//! `Resellers::list_accounts`

use api::{
    Account, Cx, DomainName, Effect, Function, Input, Needs, Output, Result, UserName,
    records::{AccountRecord, Select, Where, is},
};

/// Lists the accounts that the account's user owns as a reseller, the own one among them.
#[derive(Input)]
pub struct Params;

/// An account.
#[derive(Output)]
pub struct Item {
    /// Its main domain.
    pub domain: DomainName,
    /// `1` for the account that calls; empty for the others.
    pub select: &'static str,
    /// Its name.
    pub user: UserName,
}

/// See [`Params`].
pub struct ListAccounts;

impl Function for ListAccounts {
    const NAME: &'static str = "list_accounts";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Vec<Item>> {
        let tx = cx.host.store.read()?;
        let me = Account::of_caller(&*tx, cx.caller)?;
        let mine = Where::Any(vec![is("owner", me.name()), is("name", me.name())]);
        let accounts: Vec<AccountRecord> =
            tx.list(&Select { filter: vec![mine], order: vec![("name", false)], window: None })?;
        let item = |account: AccountRecord| Item {
            domain: account.domain,
            select: if account.name == *me.name() { "1" } else { "" },
            user: account.name,
        };
        Ok(accounts.into_iter().map(item).collect())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{Calls as _, World};

    #[test]
    fn a_reseller_sees_the_own_accounts_and_anybody_else_one() {
        let world = World::new()
            .plant_account("bob", "bob")
            .reseller("bob", &[])
            .plant_account("anna", "bob")
            .plant_account("carl", "root");
        let list = |user| world.uapi_data(user, "Resellers", "list_accounts", &[]);
        assert_eq!(
            list("bob"),
            json!([{"domain": "anna.test", "select": "", "user": "anna"},
                   {"domain": "bob.test", "select": "1", "user": "bob"}])
        );
        assert_eq!(list("carl"), json!([{"domain": "carl.test", "select": "1", "user": "carl"}]));
    }
}
