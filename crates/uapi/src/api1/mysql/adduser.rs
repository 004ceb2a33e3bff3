//! `Mysql::adduser` of cPanel API 1

use api::{Cx, Effect, Engine, Function, Input, Needs, Result, Secret};
use functions::domain::databases::{names, users};

/// Makes a user of MySQL databases, who may use none yet.
#[derive(Input)]
pub struct Params {
    /// The user; the account's prefix may be left out.
    #[param(name = "arg-0")]
    pub user: String,
    /// The password.
    #[param(name = "arg-1")]
    pub password: Secret,
}

/// See [`Params`].
pub struct AddUser;

impl Function for AddUser {
    const NAME: &'static str = "adduser";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = &'static str;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        const ENGINE: Engine = Engine::Mysql;
        let name = names::own(cx, "arg-0", &params.user)?;
        users::create(cx, &cx.caller.user, ENGINE, &name, &params.password)?;
        Ok("")
    }
}

#[cfg(test)]
mod tests {
    use api::Engine;

    use crate::testing::databases::{self, api1};

    #[test]
    fn it_is_on_the_server_where_the_password_is_good() {
        let world = databases::scene("Mysql");
        assert!(api1(&world, "alice", "adduser", &["shop", "short"]).is_err());
        api1(&world, "alice", "adduser", &["shop", "Harbour-sketch-9-tulip"]).unwrap();
        assert!(databases::login(&world, Engine::Mysql, "alice_shop").is_some());
    }
}
