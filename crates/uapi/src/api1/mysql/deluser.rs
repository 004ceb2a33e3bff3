//! `Mysql::deluser` of cPanel API 1

use api::{Cx, Effect, Engine, Function, Input, Needs, Result};
use functions::domain::databases::{names, users};

/// Removes a user of MySQL databases.
#[derive(Debug, Input)]
pub struct Params {
    /// The user; the account's prefix may be left out.
    #[param(name = "arg-0")]
    pub user: String,
}

/// See [`Params`].
pub struct DelUser;

impl Function for DelUser {
    const NAME: &'static str = "deluser";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = &'static str;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        const ENGINE: Engine = Engine::Mysql;
        let name = names::own(cx, "arg-0", &params.user)?;
        users::remove(cx, &cx.caller.user, ENGINE, &name)?;
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
        assert!(api1(&world, "bob", "deluser", &["alice_u"]).is_err());
        api1(&world, "alice", "deluser", &["u"]).unwrap();
        assert!(databases::login(&world, Engine::Mysql, "alice_u").is_none());
    }
}
