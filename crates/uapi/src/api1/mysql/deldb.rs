//! `Mysql::deldb` of cPanel API 1

use api::{Cx, Effect, Engine, Function, Input, Needs, Result};
use functions::domain::databases::{catalog, names};

/// Removes a MySQL database with all that is in it.
#[derive(Debug, Input)]
pub struct Params {
    /// The database; the account's prefix may be left out.
    #[param(name = "arg-0")]
    pub db: String,
}

/// See [`Params`].
pub struct DelDb;

impl Function for DelDb {
    const NAME: &'static str = "deldb";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = &'static str;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        const ENGINE: Engine = Engine::Mysql;
        let name = names::own(cx, "arg-0", &params.db)?;
        catalog::remove(cx, &cx.caller.user, ENGINE, &name)?;
        Ok("")
    }
}

#[cfg(test)]
mod tests {
    use api::Engine;

    use crate::testing::databases::{self, api1};

    #[test]
    fn it_goes_and_a_strangers_does_not() {
        let world = databases::scene("Mysql");
        assert!(api1(&world, "bob", "deldb", &["alice_db"]).is_err());
        api1(&world, "alice", "deldb", &["alice_db"]).unwrap();
        assert!(databases::databases(&world, Engine::Mysql).is_empty());
    }
}
