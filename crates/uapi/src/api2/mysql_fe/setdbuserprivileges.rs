//! `MysqlFE::setdbuserprivileges` of cPanel API 2

use api::{Cx, Effect, Engine, Function, Input, Needs, Privileges, Result};
use functions::domain::databases::{grants, names};

use crate::api2::outcome::{Outcome, done};

/// Says what a user may do with a MySQL database, in place of what it might so far.
#[derive(Debug, Input)]
pub struct Params {
    /// The database; the account's prefix may be left out.
    pub db: String,
    /// The user; the account's prefix may be left out.
    pub dbuser: String,
    /// `ALL PRIVILEGES`, or some parted by commas, such as `SELECT,UPDATE`.
    pub privileges: Privileges,
}

/// See [`Params`].
pub struct SetDbUserPrivileges;

impl Function for SetDbUserPrivileges {
    const NAME: &'static str = "setdbuserprivileges";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Outcome>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        const ENGINE: Engine = Engine::Mysql;
        let both = (names::own(cx, "db", &params.db)?, names::own(cx, "dbuser", &params.dbuser)?);
        let both = (&both.0, &both.1);
        grants::set(cx, &cx.caller.user, ENGINE, both, params.privileges)?;
        Ok(done("OK"))
    }
}

#[cfg(test)]
mod tests {
    use api::Engine;

    use crate::testing::{Calls as _, databases};

    #[test]
    fn what_was_before_is_replaced() {
        let world = databases::scene("Mysql");
        let form = [("db", "db"), ("dbuser", "alice_u"), ("privileges", "UPDATE,ALTER")];
        world.api2("alice", "MysqlFE", "setdbuserprivileges", &form).unwrap();
        let grants = databases::login(&world, Engine::Mysql, "alice_u").unwrap().grants;
        let texts: Vec<String> = grants.values().map(ToString::to_string).collect();
        assert_eq!(texts, ["ALTER,UPDATE"]);
        let said = world.api2("bob", "MysqlFE", "setdbuserprivileges", &form).unwrap_err();
        assert!(said.to_string().starts_with("database: "), "{said}");
    }
}
