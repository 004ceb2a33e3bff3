//! `MysqlFE::listusers` of cPanel API 2

use api::{Cx, DatabaseName, Effect, Engine, Function, Input, Needs, Output, Result};
use functions::domain::databases::lists::{self, Usable};

use super::listdbs::Use;

/// Lists the users of the account's MySQL databases, by name, with what they may use.
#[derive(Debug, Input)]
pub struct Params;

/// A user of databases.
#[derive(Debug, Output)]
pub struct Row {
    /// What it may use.
    pub dblist: Vec<Use>,
    /// Its name.
    pub user: DatabaseName,
}

/// See [`Params`].
pub struct ListUsers;

impl Function for ListUsers {
    const NAME: &'static str = "listusers";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Row>;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        const ENGINE: Engine = Engine::Mysql;
        let tx = cx.host.store.read()?;
        let users = lists::users(&*tx, &cx.caller.user, ENGINE)?;
        let row = |(user, databases): Usable| Row {
            dblist: databases.into_iter().map(|db| Use { db, user: user.clone() }).collect(),
            user,
        };
        Ok(users.into_iter().map(row).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, databases};

    #[test]
    fn each_row_names_the_user_and_its_databases() {
        let world = databases::scene("Mysql");
        let rows = world.api2("alice", "MysqlFE", "listusers", &[]).unwrap().data;
        let uses = serde_json::json!([{ "db": "alice_db", "user": "alice_u" }]);
        assert_eq!(rows, serde_json::json!([{ "dblist": uses, "user": "alice_u" }]));
        let none = world.api2("bob", "MysqlFE", "listusers", &[]).unwrap().data;
        assert_eq!(none, serde_json::json!([]));
    }
}
