//! `Postgresql::rename_user`

use api::{Cx, DatabaseName, Effect, Engine, Function, Input, Needs, Result, Secret};
use functions::domain::databases::users;

/// Gives a user of PostgreSQL databases another name and another password. What it may do stays.
#[derive(Input)]
pub struct Params {
    /// The new name, with the account's prefix.
    pub newname: DatabaseName,
    /// The present name.
    pub oldname: DatabaseName,
    /// The new password.
    pub password: Secret,
}

/// See [`Params`].
pub struct RenameUser;

impl Function for RenameUser {
    const NAME: &'static str = "rename_user";
    const NEEDS: Needs = Needs::Features(&["postgres"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        const ENGINE: Engine = Engine::Postgresql;
        let names = (&params.oldname, &params.newname);
        users::rename(cx, &cx.caller.user, ENGINE, names, Some(&params.password))
    }
}

#[cfg(test)]
mod tests {
    use api::Engine;

    use crate::testing::{Calls as _, databases};

    #[test]
    fn the_new_name_has_the_new_password_and_the_old_grants() {
        let world = databases::scene("Postgresql");
        let before = databases::login(&world, Engine::Postgresql, "alice_u").unwrap();
        let form =
            |password| [("oldname", "alice_u"), ("newname", "alice_v"), ("password", password)];
        let said = world.uapi_refusal("alice", "Postgresql", "rename_user", &form("alice_v1"));
        assert!(said.starts_with("password: "), "{said}");
        let form = form("Harbour-sketch-9-tulip");
        world.uapi("alice", "Postgresql", "rename_user", &form).unwrap();
        let after = databases::login(&world, Engine::Postgresql, "alice_v").unwrap();
        assert_ne!(after.password, before.password);
        assert_eq!(after.grants, before.grants);
        assert!(databases::login(&world, Engine::Postgresql, "alice_u").is_none());
    }
}
