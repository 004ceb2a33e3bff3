//! `MysqlFE::deletedbuser` of cPanel API 2

use api::{Cx, Effect, Engine, Function, Input, Needs, Result};
use functions::domain::databases::{names, users};

use crate::api2::outcome::{Outcome, done};

/// Removes a user of MySQL databases.
#[derive(Debug, Input)]
pub struct Params {
    /// The user; the account's prefix may be left out.
    pub dbuser: String,
}

/// See [`Params`].
pub struct DeleteDbUser;

impl Function for DeleteDbUser {
    const NAME: &'static str = "deletedbuser";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Outcome>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        const ENGINE: Engine = Engine::Mysql;
        let name = names::own(cx, "dbuser", &params.dbuser)?;
        users::remove(cx, &cx.caller.user, ENGINE, &name)?;
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
        assert!(world.api2("bob", "MysqlFE", "deletedbuser", &[("dbuser", "alice_u")]).is_err());
        world.api2("alice", "MysqlFE", "deletedbuser", &[("dbuser", "u")]).unwrap();
        assert!(databases::login(&world, Engine::Mysql, "alice_u").is_none());
    }
}
