//! `Mysql::list_users`

use api::{Account, Cx, DatabaseName, Effect, Engine, Function, Input, Needs, Output, Result};
use functions::domain::databases::{
    lists::{self, Usable},
    names,
};

/// Lists the users of the account's MySQL databases, by name, with what they may use.
#[derive(Debug, Input)]
pub struct Params;

/// A user of databases.
#[derive(Debug, Output)]
pub struct Item {
    /// The databases that it may use, by name.
    pub databases: Vec<DatabaseName>,
    /// Its name without the account's prefix.
    pub shortuser: String,
    /// Its name.
    pub user: DatabaseName,
}

/// See [`Params`].
pub struct ListUsers;

impl Function for ListUsers {
    const NAME: &'static str = "list_users";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        const ENGINE: Engine = Engine::Mysql;
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let users = lists::users(&*tx, account.name(), ENGINE)?;
        let item = |(user, databases): Usable| {
            let short = names::without_prefix(account.record(), user.as_str());
            Item { databases, shortuser: short.unwrap_or(user.as_str()).to_owned(), user }
        };
        Ok(users.into_iter().map(item).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, databases};

    #[test]
    fn each_has_its_short_name_and_its_databases() {
        let world = databases::scene("Mysql");
        let data = world.uapi_data("alice", "Mysql", "list_users", &[]);
        let alice = serde_json::json!({
            "databases": ["alice_db"], "shortuser": "u", "user": "alice_u",
        });
        assert_eq!(data, serde_json::json!([alice]));
        assert_eq!(world.uapi_data("bob", "Mysql", "list_users", &[]), serde_json::json!([]));
    }
}
