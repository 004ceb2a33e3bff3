//! `Mysql::set_privileges_on_database`

use api::{Cx, DatabaseName, Effect, Engine, Error, Function, Input, Needs, Privileges, Result};
use functions::domain::databases::grants;

/// Says what a user may do with a MySQL database, in place of what it might so far.
#[derive(Debug, Input)]
pub struct Params {
    /// The database.
    pub database: DatabaseName,
    /// The user.
    pub user: DatabaseName,
    /// `ALL PRIVILEGES`, or some of them parted by commas: `ALTER`, `ALTER ROUTINE`, `CREATE`,
    /// `CREATE ROUTINE`, `CREATE TEMPORARY TABLES`, `CREATE VIEW`, `DELETE`, `DROP`, `EVENT`,
    /// `EXECUTE`, `INDEX`, `INSERT`, `LOCK TABLES`, `REFERENCES`, `SELECT`, `SHOW VIEW`, `TRIGGER`,
    /// `UPDATE`. To take all away, revoke the access.
    pub privileges: Option<Privileges>,
}

/// See [`Params`].
pub struct SetPrivilegesOnDatabase;

impl Function for SetPrivilegesOnDatabase {
    const NAME: &'static str = "set_privileges_on_database";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        const ENGINE: Engine = Engine::Mysql;
        let rule = "name what the user may do, or revoke the access to take all away.";
        let privileges = params.privileges.ok_or_else(|| Error::param("privileges", rule))?;
        let both = (&params.database, &params.user);
        grants::set(cx, &cx.caller.user, ENGINE, both, privileges)
    }
}

#[cfg(test)]
mod tests {
    use api::Engine;

    use crate::testing::{Calls as _, databases};

    #[test]
    fn what_was_before_is_replaced() {
        let world = databases::scene("Mysql");
        let form = |privileges| {
            [("database", "alice_db"), ("user", "alice_u"), ("privileges", privileges)]
        };
        let set = |privileges| {
            world.uapi("alice", "Mysql", "set_privileges_on_database", &form(privileges))
        };
        set("update, select").unwrap();
        let grants = || databases::login(&world, Engine::Mysql, "alice_u").unwrap().grants;
        let texts = || grants().values().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(texts(), ["SELECT,UPDATE"]);
        set("ALL PRIVILEGES").unwrap();
        assert_eq!(texts(), ["ALL PRIVILEGES"]);
        let said = set("GRANT").unwrap_err().to_string();
        assert!(said.starts_with("privileges: ") && said.contains("GRANT"), "{said}");
        let function = "set_privileges_on_database";
        let said = world.uapi_refusal("alice", "Mysql", function, &form("")[..2]);
        assert!(said.starts_with("privileges: name what"), "{said}");
        let said = world.uapi_refusal("bob", "Mysql", function, &form("ALL"));
        assert_eq!(said, "database: there is no database “alice_db”.");
    }
}
