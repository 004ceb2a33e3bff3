//! `MysqlFE::getdbuserprivileges` of cPanel API 2

use std::collections::BTreeMap;

use api::{Cx, Effect, Engine, Flag, Function, Input, Needs, Privilege, Result};
use functions::domain::databases::{grants, names};

/// Says of each privilege whether a user has it on a MySQL database.
#[derive(Debug, Input)]
pub struct Params {
    /// The database; the account's prefix may be left out.
    pub db: String,
    /// The user; the account's prefix may be left out.
    pub dbuser: String,
}

/// The privileges by name, each with whether the user has it.
pub type Row = BTreeMap<String, Flag>;

/// See [`Params`].
pub struct GetDbUserPrivileges;

impl Function for GetDbUserPrivileges {
    const NAME: &'static str = "getdbuserprivileges";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Row>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        const ENGINE: Engine = Engine::Mysql;
        let both = (names::own(cx, "db", &params.db)?, names::own(cx, "dbuser", &params.dbuser)?);
        let tx = cx.host.store.read()?;
        let granted = grants::of(&*tx, &cx.caller.user, ENGINE, (&both.0, &both.1))?;
        let has = |one: &Privilege| granted.as_ref().is_some_and(|granted| granted.has(*one));
        let flags = Privilege::ALL.iter().map(|one| (one.as_str().to_owned(), Flag(has(one))));
        Ok(vec![flags.collect()])
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, databases};

    #[test]
    fn each_privilege_has_its_flag() {
        let world = databases::scene("Mysql");
        let form = [("db", "db"), ("dbuser", "u"), ("privileges", "SELECT,LOCK TABLES")];
        world.api2("alice", "MysqlFE", "setdbuserprivileges", &form).unwrap();
        let rows = world.api2("alice", "MysqlFE", "getdbuserprivileges", &form[..2]).unwrap().data;
        let flags = rows[0].as_object().unwrap();
        let on: Vec<&str> =
            flags.iter().filter(|(_, flag)| **flag == 1).map(|(name, _)| name.as_str()).collect();
        assert_eq!((flags.len(), on), (18, vec!["LOCK TABLES", "SELECT"]));
        assert!(world.api2("bob", "MysqlFE", "getdbuserprivileges", &form[..2]).is_err());
    }
}
