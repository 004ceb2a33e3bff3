//! `MysqlFE::changedbuserpassword` of cPanel API 2

use api::{Cx, Effect, Engine, Function, Input, Needs, Result, Secret};
use functions::domain::databases::{names, users};

use crate::api2::outcome::{Outcome, done};

/// Sets the password of a user of MySQL databases.
#[derive(Input)]
pub struct Params {
    /// The user; the account's prefix may be left out.
    pub dbuser: String,
    /// The password.
    pub password: Secret,
}

/// See [`Params`].
pub struct ChangeDbUserPassword;

impl Function for ChangeDbUserPassword {
    const NAME: &'static str = "changedbuserpassword";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Outcome>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        const ENGINE: Engine = Engine::Mysql;
        let name = names::own(cx, "dbuser", &params.dbuser)?;
        users::set_password(cx, &cx.caller.user, ENGINE, &name, &params.password)?;
        Ok(done("OK"))
    }
}

#[cfg(test)]
mod tests {
    use api::Engine;

    use crate::testing::{Calls as _, databases};

    #[test]
    fn the_server_gets_the_new_one() {
        let world = databases::scene("Mysql");
        let password = || databases::login(&world, Engine::Mysql, "alice_u").unwrap().password;
        let before = password();
        let form = [("dbuser", "alice_u"), ("password", "Harbour-sketch-9-tulip")];
        assert!(world.api2("bob", "MysqlFE", "changedbuserpassword", &form).is_err());
        assert_eq!(password(), before);
        world.api2("alice", "MysqlFE", "changedbuserpassword", &form).unwrap();
        assert_ne!(password(), before);
    }
}
