//! `Postgresql::set_password`

use api::{Cx, DatabaseName, Effect, Engine, Function, Input, Needs, Result, Secret};
use functions::domain::databases::users;

/// Sets the password of a user of PostgreSQL databases.
#[derive(Input)]
pub struct Params {
    /// The new password.
    pub password: Secret,
    /// The user.
    pub user: DatabaseName,
}

/// See [`Params`].
pub struct SetPassword;

impl Function for SetPassword {
    const NAME: &'static str = "set_password";
    const NEEDS: Needs = Needs::Features(&["postgres"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        const ENGINE: Engine = Engine::Postgresql;
        users::set_password(cx, &cx.caller.user, ENGINE, &params.user, &params.password)
    }
}

#[cfg(test)]
mod tests {
    use api::Engine;

    use crate::testing::{Calls as _, databases};

    #[test]
    fn the_server_gets_the_new_one_where_it_is_good() {
        let world = databases::scene("Postgresql");
        let password = || databases::login(&world, Engine::Postgresql, "alice_u").unwrap().password;
        let before = password();
        let form = |password| [("user", "alice_u"), ("password", password)];
        let said = world.uapi_refusal("alice", "Postgresql", "set_password", &form("short"));
        assert!(said.starts_with("password: ") && password() == before, "{said}");
        let good = form("Harbour-sketch-9-tulip");
        assert!(world.uapi("alice", "Postgresql", "set_password", &good).unwrap().data.is_null());
        assert_ne!(password(), before);
        let said = world.uapi_refusal("bob", "Postgresql", "set_password", &good);
        assert_eq!(said, "user: there is no database user “alice_u”.");
    }
}
