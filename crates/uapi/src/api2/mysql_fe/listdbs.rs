//! `MysqlFE::listdbs` of cPanel API 2

use api::{Cx, DatabaseName, Effect, Engine, Function, Input, Needs, Output, Result};
use functions::domain::{
    databases::lists::{self, Listed},
    domains::pattern::Pattern,
};

/// Lists the MySQL databases of the account, by name, with who may use them.
#[derive(Debug, Input)]
pub struct Params {
    /// Only those whose name this regular expression matches, in any case.
    pub regex: Option<String>,
}

/// A database.
#[derive(Debug, Output)]
pub struct Row {
    /// Its name.
    pub db: DatabaseName,
    /// The bytes that it takes.
    pub size: u64,
    /// The same in MiB.
    pub sizemeg: u64,
    /// How many users may use it.
    pub usercount: u64,
    /// Who may use it.
    pub userlist: Vec<Use>,
}

/// A user of a database.
#[derive(Debug, Output)]
pub struct Use {
    /// The database.
    pub db: DatabaseName,
    /// The user.
    pub user: DatabaseName,
}

/// See [`Params`].
pub struct ListDbs;

impl Function for ListDbs {
    const NAME: &'static str = "listdbs";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Row>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        const ENGINE: Engine = Engine::Mysql;
        let wanted = Pattern::read("regex", params.regex.as_deref())?;
        let listed = lists::databases(cx, &cx.caller.user, ENGINE)?;
        let is_wanted = |one: &Listed| wanted.matches(one.name.as_str());
        Ok(listed.into_iter().filter(is_wanted).map(row).collect())
    }
}

fn row(one: Listed) -> Row {
    let user = |user| Use { db: one.name.clone(), user };
    let userlist: Vec<Use> = one.users.into_iter().map(user).collect();
    Row {
        db: one.name.clone(),
        size: one.size,
        sizemeg: one.size >> 20,
        usercount: userlist.len().try_into().unwrap_or(u64::MAX),
        userlist,
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, databases};

    #[test]
    fn each_row_names_the_database_and_its_users() {
        let world = databases::scene("Mysql");
        world.api2("alice", "MysqlFE", "createdb", &[("db", "shop")]).unwrap();
        let rows = |form| world.api2("alice", "MysqlFE", "listdbs", form).unwrap().data;
        let all = rows(&[]);
        assert_eq!((&all[0]["db"], &all[1]["db"]), (&"alice_db".into(), &"alice_shop".into()));
        let used = serde_json::json!([{ "db": "alice_db", "user": "alice_u" }]);
        assert_eq!((&all[0]["userlist"], &all[0]["usercount"]), (&used, &1.into()));
        assert_eq!(rows(&[("regex", "^alice_s")]).as_array().unwrap().len(), 1);
        let none = world.api2("bob", "MysqlFE", "listdbs", &[]).unwrap().data;
        assert_eq!(none, serde_json::json!([]));
    }
}
