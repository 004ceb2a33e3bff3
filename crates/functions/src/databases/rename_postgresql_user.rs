//! `rename_postgresql_user`

use api::{
    Acl, Cx, DatabaseName, Effect, Engine, Function, Input, Needs, Result, Secret, UserName,
};

use crate::domain::databases::{self, users};

/// Gives a user of PostgreSQL databases another name and another password. What it may do stays.
#[derive(Input)]
pub struct Params {
    /// The new name, with the account's prefix.
    pub newname: DatabaseName,
    /// The present name.
    pub oldname: DatabaseName,
    /// The new password.
    pub password: Secret,
    /// The account; it is found by the present name where it is not given.
    pub cpuser: Option<UserName>,
}

/// See [`Params`].
pub struct RenamePostgresqlUser;

impl Function for RenamePostgresqlUser {
    const NAME: &'static str = "rename_postgresql_user";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditAccount]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        const ENGINE: Engine = Engine::Postgresql;
        let (old, new) = (&params.oldname, &params.newname);
        let account = databases::account_of_user(cx, params.cpuser, ENGINE, "oldname", old)?;
        users::rename(cx, &account, ENGINE, (old, new), Some(&params.password))
    }
}

#[cfg(test)]
mod tests {
    use api::Engine;

    use crate::testing::{World, databases};

    #[test]
    fn the_new_name_has_the_new_password() {
        let world = World::new().account("alice", "root");
        databases::create_user(&world, "alice", Engine::Postgresql, "alice_u");
        let login = |name: &str| {
            world.machine.database_login(Engine::Postgresql, &name.parse().unwrap()).unwrap()
        };
        let before = login("alice_u").unwrap();
        let form =
            |password| [("oldname", "alice_u"), ("newname", "alice_v"), ("password", password)];
        let said = world.refusal("root", "rename_postgresql_user", &form("alice_v1"));
        assert!(said.starts_with("password: "), "{said}");
        assert!(login("alice_u").is_some());
        let form = form("Harbour-sketch-9-tulip");
        world.call("root", "rename_postgresql_user", &form).unwrap();
        assert!(login("alice_u").is_none());
        assert_ne!(login("alice_v").unwrap().password, before.password);
    }
}
