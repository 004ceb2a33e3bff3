//! `Mysql::create_user`

use api::{Cx, DatabaseName, Effect, Engine, Function, Input, Needs, Result, Secret};
use functions::domain::databases::{
    names::{self, PrefixSize},
    users,
};

/// Makes a user of MySQL databases, who may use none yet.
#[derive(Input)]
pub struct Params {
    /// Its name, with the account's prefix; at most 47 characters on `MariaDB` and 32 on MySQL.
    pub name: DatabaseName,
    /// Its password.
    pub password: Secret,
    /// How many characters of the account's name are in the prefix. With `8` the name must begin with
    /// the short prefix; otherwise it may begin with either.
    #[param(name = "prefix-size", default = PrefixSize::Full)]
    pub prefix_size: PrefixSize,
}

/// See [`Params`].
pub struct CreateUser;

impl Function for CreateUser {
    const NAME: &'static str = "create_user";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        const ENGINE: Engine = Engine::Mysql;
        names::check_size(cx, "name", &params.name, params.prefix_size)?;
        users::create(cx, &cx.caller.user, ENGINE, &params.name, &params.password)
    }
}

#[cfg(test)]
mod tests {
    use api::Engine;

    use crate::testing::{Calls as _, PASSWORD, World, databases};

    #[test]
    fn the_server_gets_what_it_can_check_the_password_with() {
        let world = World::new().account("alice", "root");
        let form = [("name", "alice_u"), ("password", PASSWORD)];
        assert!(world.uapi("alice", "Mysql", "create_user", &form).unwrap().data.is_null());
        let login = databases::login(&world, Engine::Mysql, "alice_u").unwrap();
        assert!(login.password.starts_with('*') && !login.password.contains(PASSWORD));
        assert!(login.grants.is_empty() && !login.locked);
        let said = world.uapi_refusal("alice", "Mysql", "create_user", &form);
        assert!(said.starts_with("name: ") && said.contains("already has"), "{said}");
    }

    #[test]
    fn name_and_password_keep_to_the_rules() {
        let world = World::new().account("alice", "root");
        let long = format!("alice_{}", "x".repeat(58));
        for (name, password, starts) in [
            ("u", PASSWORD, "name: “u” must begin"),
            (&*long, PASSWORD, "name: must have at most"),
            ("alice_u", "short", "password: must have"),
            ("alice_u", "alice_u1", "password: is too close to"),
            ("alice_u", "password1", "password: is too easy"),
        ] {
            let form = [("name", name), ("password", password)];
            let said = world.uapi_refusal("alice", "Mysql", "create_user", &form);
            assert!(said.starts_with(starts), "{said}");
        }
        assert!(databases::login(&world, Engine::Mysql, "alice_u").is_none());
    }
}
