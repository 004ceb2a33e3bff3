//! `Mysql::set_password`

use api::{Cx, DatabaseName, Effect, Engine, Function, Input, Needs, Output, Result, Secret};
use functions::domain::databases::users;

/// Sets the password of a user of MySQL databases.
#[derive(Input)]
pub struct Params {
    /// The new password.
    pub password: Secret,
    /// The user.
    pub user: DatabaseName,
}

/// From where the old password still counts. It never does: the password is one for all hosts.
#[derive(Debug, Output)]
pub struct Reply {
    /// The hosts.
    pub failures: Vec<Failure>,
}

/// A host for which the password could not be set.
#[derive(Debug, Output)]
pub struct Failure {
    /// Why.
    pub error: String,
    /// The host.
    pub host: String,
}

/// See [`Params`].
pub struct SetPassword;

impl Function for SetPassword {
    const NAME: &'static str = "set_password";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        const ENGINE: Engine = Engine::Mysql;
        users::set_password(cx, &cx.caller.user, ENGINE, &params.user, &params.password)?;
        Ok(Reply { failures: Vec::new() })
    }
}

#[cfg(test)]
mod tests {
    use api::Engine;

    use crate::testing::{Calls as _, databases};

    #[test]
    fn the_server_gets_the_new_one_where_it_is_good() {
        let world = databases::scene("Mysql");
        let password = || databases::login(&world, Engine::Mysql, "alice_u").unwrap().password;
        let before = password();
        let form = |password| [("user", "alice_u"), ("password", password)];
        let said = world.uapi_refusal("alice", "Mysql", "set_password", &form("short"));
        assert!(said.starts_with("password: ") && password() == before, "{said}");
        let good = form("Harbour-sketch-9-tulip");
        let data = world.uapi_data("alice", "Mysql", "set_password", &good);
        assert_eq!(data, serde_json::json!({ "failures": [] }));
        assert_ne!(password(), before);
        let said = world.uapi_refusal("bob", "Mysql", "set_password", &good);
        assert_eq!(said, "user: there is no database user “alice_u”.");
    }
}
