//! `Postgresql::list_databases`

use api::{Cx, DatabaseName, Effect, Engine, Function, Input, Needs, Output, Result};
use functions::domain::databases::lists::{self, Listed};

/// Lists the PostgreSQL databases of the account, by name, with who may use them.
#[derive(Debug, Input)]
pub struct Params;

/// A database.
#[derive(Debug, Output)]
pub struct Item {
    /// Its name.
    pub database: DatabaseName,
    /// The bytes that it takes.
    pub disk_usage: u64,
    /// Who may use it, by name.
    pub users: Vec<DatabaseName>,
}

/// See [`Params`].
pub struct ListDatabases;

impl Function for ListDatabases {
    const NAME: &'static str = "list_databases";
    const NEEDS: Needs = Needs::Features(&["postgres"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        const ENGINE: Engine = Engine::Postgresql;
        let listed = lists::databases(cx, &cx.caller.user, ENGINE)?;
        let item =
            |one: Listed| Item { database: one.name, disk_usage: one.size, users: one.users };
        Ok(listed.into_iter().map(item).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, databases};

    #[test]
    fn each_has_its_size_and_its_users() {
        let world = databases::scene("Postgresql");
        world.uapi("alice", "Postgresql", "create_database", &[("name", "alice_a")]).unwrap();
        let data = world.uapi_data("alice", "Postgresql", "list_databases", &[]);
        let expected = serde_json::json!([
            { "database": "alice_a", "disk_usage": 0, "users": [] },
            { "database": "alice_db", "disk_usage": 0, "users": ["alice_u"] },
        ]);
        assert_eq!(data, expected);
        let other = if "Postgresql" == "Mysql" { "Postgresql" } else { "Mysql" };
        for (user, module) in [("bob", "Postgresql"), ("alice", other)] {
            assert_eq!(world.uapi_data(user, module, "list_databases", &[]), serde_json::json!([]));
        }
    }
}
