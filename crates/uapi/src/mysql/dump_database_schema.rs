//! `Mysql::dump_database_schema`

use api::{Cx, DatabaseName, Effect, Engine, Function, Input, Needs, Result};
use functions::domain::databases::catalog;

/// Gives the statements that make the tables of a MySQL database, without their rows.
#[derive(Debug, Input)]
pub struct Params {
    /// The database.
    pub dbname: DatabaseName,
}

/// See [`Params`].
pub struct DumpDatabaseSchema;

impl Function for DumpDatabaseSchema {
    const NAME: &'static str = "dump_database_schema";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = String;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        const ENGINE: Engine = Engine::Mysql;
        catalog::find(&*cx.host.store.read()?, &cx.caller.user, ENGINE, "dbname", &params.dbname)?;
        cx.host.databases.schema(ENGINE, &params.dbname)
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, databases};

    #[test]
    fn it_is_text_of_the_accounts_own_database() {
        let world = databases::scene("Mysql");
        let form = [("dbname", "alice_db")];
        let data = world.uapi_data("alice", "Mysql", "dump_database_schema", &form);
        assert!(data.as_str().unwrap().lines().all(|line| line.starts_with("--")), "{data}");
        let said = world.uapi_refusal("bob", "Mysql", "dump_database_schema", &form);
        assert_eq!(said, "dbname: there is no database “alice_db”.");
    }
}
