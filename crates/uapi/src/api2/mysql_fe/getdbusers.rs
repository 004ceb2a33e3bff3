//! `MysqlFE::getdbusers` of cPanel API 2

use api::{Cx, DatabaseName, Effect, Engine, Function, Input, Needs, Output, Result};
use functions::domain::databases::{
    catalog,
    lists::{self, Usable},
    names,
};

/// Lists who may use a MySQL database, or each user of the account where none is named.
#[derive(Debug, Input)]
pub struct Params {
    /// The database; the account's prefix may be left out.
    pub db: Option<String>,
}

/// A user of databases.
#[derive(Debug, Output)]
pub struct Row {
    /// Its name.
    pub user: DatabaseName,
}

/// See [`Params`].
pub struct GetDbUsers;

impl Function for GetDbUsers {
    const NAME: &'static str = "getdbusers";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Row>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        const ENGINE: Engine = Engine::Mysql;
        let db = params.db.map(|db| names::own(cx, "db", &db)).transpose()?;
        let tx = cx.host.store.read()?;
        if let Some(db) = &db {
            catalog::find(&*tx, &cx.caller.user, ENGINE, "db", db)?;
        }
        let users = lists::users(&*tx, &cx.caller.user, ENGINE)?;
        let may_use = |one: &Usable| db.as_ref().is_none_or(|db| one.1.contains(db));
        Ok(users.into_iter().filter(may_use).map(|(user, _)| Row { user }).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, databases};

    #[test]
    fn those_of_one_database_or_all() {
        let world = databases::scene("Mysql");
        let form = [("dbuser", "v"), ("password", "Harbour-sketch-9-tulip")];
        world.api2("alice", "MysqlFE", "createdbuser", &form).unwrap();
        let rows = |form| world.api2("alice", "MysqlFE", "getdbusers", form).unwrap().data;
        assert_eq!(rows(&[("db", "db")]), serde_json::json!([{ "user": "alice_u" }]));
        assert_eq!(rows(&[]).as_array().unwrap().len(), 2);
        assert!(world.api2("bob", "MysqlFE", "getdbusers", &[("db", "alice_db")]).is_err());
    }
}
