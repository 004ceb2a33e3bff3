//! `Mysql::deluserdb` of cPanel API 1

use api::{Cx, Effect, Engine, Function, Input, Needs, Result};
use functions::domain::databases::{grants, names};

/// Lets a user do nothing with a MySQL database any more.
#[derive(Debug, Input)]
pub struct Params {
    /// The database; the account's prefix may be left out.
    #[param(name = "arg-0")]
    pub db: String,
    /// The user; the account's prefix may be left out.
    #[param(name = "arg-1")]
    pub user: String,
}

/// See [`Params`].
pub struct DelUserDb;

impl Function for DelUserDb {
    const NAME: &'static str = "deluserdb";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = &'static str;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        const ENGINE: Engine = Engine::Mysql;
        let both = (names::own(cx, "arg-0", &params.db)?, names::own(cx, "arg-1", &params.user)?);
        grants::revoke(cx, &cx.caller.user, ENGINE, (&both.0, &both.1))?;
        Ok("")
    }
}

#[cfg(test)]
mod tests {
    use api::Engine;

    use crate::testing::databases::{self, api1};

    #[test]
    fn the_server_forgets_what_the_user_might() {
        let world = databases::scene("Mysql");
        assert!(api1(&world, "bob", "deluserdb", &["alice_db", "alice_u"]).is_err());
        api1(&world, "alice", "deluserdb", &["db", "u"]).unwrap();
        assert!(databases::login(&world, Engine::Mysql, "alice_u").unwrap().grants.is_empty());
    }
}
