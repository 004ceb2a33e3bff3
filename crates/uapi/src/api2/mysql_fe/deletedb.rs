//! `MysqlFE::deletedb` of cPanel API 2

use api::{Cx, Effect, Engine, Function, Input, Needs, Result};
use functions::domain::databases::{catalog, names};

use crate::api2::outcome::{Outcome, done};

/// Removes a MySQL database with all that is in it.
#[derive(Debug, Input)]
pub struct Params {
    /// The database; the account's prefix may be left out.
    pub db: String,
}

/// See [`Params`].
pub struct DeleteDb;

impl Function for DeleteDb {
    const NAME: &'static str = "deletedb";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Outcome>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        const ENGINE: Engine = Engine::Mysql;
        let name = names::own(cx, "db", &params.db)?;
        catalog::remove(cx, &cx.caller.user, ENGINE, &name)?;
        Ok(done("OK"))
    }
}

#[cfg(test)]
mod tests {
    use api::Engine;

    use crate::testing::{Calls as _, databases};

    #[test]
    fn it_goes_and_a_strangers_does_not() {
        let world = databases::scene("Mysql");
        assert!(world.api2("bob", "MysqlFE", "deletedb", &[("db", "alice_db")]).is_err());
        world.api2("alice", "MysqlFE", "deletedb", &[("db", "db")]).unwrap();
        assert!(databases::databases(&world, Engine::Mysql).is_empty());
        assert!(world.api2("alice", "MysqlFE", "deletedb", &[("db", "db")]).is_err());
    }
}
