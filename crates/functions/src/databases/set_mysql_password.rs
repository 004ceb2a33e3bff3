//! `set_mysql_password`

use api::{
    Acl, Cx, DatabaseName, Effect, Engine, Function, Input, Needs, Result, Secret, UserName,
};

use crate::domain::databases::{self, users};

/// Sets the password of a user of MySQL databases.
#[derive(Input)]
pub struct Params {
    /// The new password.
    pub password: Secret,
    /// The user of databases.
    pub user: DatabaseName,
    /// The account; it is found by the user where it is not given.
    pub cpuser: Option<UserName>,
}

/// See [`Params`].
pub struct SetMysqlPassword;

impl Function for SetMysqlPassword {
    const NAME: &'static str = "set_mysql_password";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::Passwd]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        const ENGINE: Engine = Engine::Mysql;
        let user = &params.user;
        let account = databases::account_of_user(cx, params.cpuser, ENGINE, "user", user)?;
        users::set_password(cx, &account, ENGINE, user, &params.password)
    }
}

#[cfg(test)]
mod tests {
    use api::{Acl, Engine};

    use crate::testing::{World, databases};

    #[test]
    fn the_server_gets_it_and_strangers_are_absent() {
        let world = World::new()
            .account("carol", "root")
            .reseller("carol", &[Acl::Passwd])
            .account("alice", "carol")
            .account("bob", "root");
        for owner in ["alice", "bob"] {
            databases::create_user(&world, owner, Engine::Mysql, &format!("{owner}_u"));
        }
        let password = || {
            let name = "alice_u".parse().unwrap();
            world.machine.database_login(Engine::Mysql, &name).unwrap().unwrap().password
        };
        let before = password();
        let form = |user, password| [("user", user), ("password", password)];
        let said = world.refusal("carol", "set_mysql_password", &form("alice_u", "short"));
        assert!(said.starts_with("password: "), "{said}");
        assert_eq!(password(), before);
        world
            .call("carol", "set_mysql_password", &form("alice_u", "Harbour-sketch-9-tulip"))
            .unwrap();
        assert_ne!(password(), before);
        let said =
            world.refusal("carol", "set_mysql_password", &form("bob_u", "Harbour-sketch-9-tulip"));
        assert_eq!(said, "user: there is no database user “bob_u”.");
    }
}
