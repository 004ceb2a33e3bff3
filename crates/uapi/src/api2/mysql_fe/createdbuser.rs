//! `MysqlFE::createdbuser` of cPanel API 2

use api::{Cx, Effect, Engine, Function, Input, Needs, Result, Secret};
use functions::domain::databases::{names, users};

use crate::api2::outcome::{Outcome, done};

/// Makes a user of MySQL databases, who may use none yet.
#[derive(Input)]
pub struct Params {
    /// The user; the account's prefix may be left out.
    pub dbuser: String,
    /// The password.
    pub password: Secret,
}

/// See [`Params`].
pub struct CreateDbUser;

impl Function for CreateDbUser {
    const NAME: &'static str = "createdbuser";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Outcome>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        const ENGINE: Engine = Engine::Mysql;
        let name = names::own(cx, "dbuser", &params.dbuser)?;
        users::create(cx, &cx.caller.user, ENGINE, &name, &params.password)?;
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
        let create = |password| {
            let form = [("dbuser", "shop"), ("password", password)];
            world.api2("alice", "MysqlFE", "createdbuser", &form)
        };
        assert!(create("short").unwrap_err().to_string().starts_with("password: "));
        create("Harbour-sketch-9-tulip").unwrap();
        assert!(databases::login(&world, Engine::Mysql, "alice_shop").is_some());
    }
}
