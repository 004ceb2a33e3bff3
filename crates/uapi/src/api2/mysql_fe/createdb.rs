//! `MysqlFE::createdb` of cPanel API 2

use api::{Cx, Effect, Engine, Function, Input, Needs, Result};
use functions::domain::databases::{catalog, names};

use crate::api2::outcome::{Outcome, done};

/// Makes an empty MySQL database.
#[derive(Debug, Input)]
pub struct Params {
    /// The database; the account's prefix may be left out.
    pub db: String,
}

/// See [`Params`].
pub struct CreateDb;

impl Function for CreateDb {
    const NAME: &'static str = "createdb";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Outcome>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        const ENGINE: Engine = Engine::Mysql;
        let name = names::own(cx, "db", &params.db)?;
        catalog::create(cx, &cx.caller.user, ENGINE, &name)?;
        Ok(done("OK"))
    }
}

#[cfg(test)]
mod tests {
    use api::Engine;

    use crate::testing::{Calls as _, databases};

    #[test]
    fn the_prefix_is_put_before_a_name_without_it() {
        let world = databases::scene("Mysql");
        for db in ["shop", "alice_wiki"] {
            let rows = world.api2("alice", "MysqlFE", "createdb", &[("db", db)]).unwrap().data;
            assert_eq!(rows, serde_json::json!([{ "result": 1, "reason": "OK" }]));
        }
        let names = databases::databases(&world, Engine::Mysql);
        assert_eq!(names, ["alice_db", "alice_shop", "alice_wiki"]);
        let said = world.api2("alice", "MysqlFE", "createdb", &[("db", "shop")]).unwrap_err();
        assert!(said.to_string().contains("already has “alice_shop”"), "{said}");
        let said = world.api2("alice", "MysqlFE", "createdb", &[("db", "a b")]).unwrap_err();
        assert!(said.to_string().starts_with("db: "), "{said}");
    }
}
