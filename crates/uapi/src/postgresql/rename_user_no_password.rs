//! `Postgresql::rename_user_no_password`

use api::{Cx, DatabaseName, Effect, Engine, Function, Input, Needs, Result};
use functions::domain::databases::users;

/// Gives a user of PostgreSQL databases another name. The password, and what it may do, stays.
#[derive(Debug, Input)]
pub struct Params {
    /// The new name, with the account's prefix.
    pub newname: DatabaseName,
    /// The present name.
    pub oldname: DatabaseName,
}

/// See [`Params`].
pub struct RenameUserNoPassword;

impl Function for RenameUserNoPassword {
    const NAME: &'static str = "rename_user_no_password";
    const NEEDS: Needs = Needs::Features(&["postgres"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        const ENGINE: Engine = Engine::Postgresql;
        let names = (&params.oldname, &params.newname);
        users::rename(cx, &cx.caller.user, ENGINE, names, None)
    }
}

#[cfg(test)]
mod tests {
    use api::Engine;

    use crate::testing::{Calls as _, databases};

    #[test]
    fn what_it_may_do_stays() {
        let world = databases::scene("Postgresql");
        let before = databases::login(&world, Engine::Postgresql, "alice_u").unwrap();
        let form = [("oldname", "alice_u"), ("newname", "alice_v")];
        world.uapi("alice", "Postgresql", "rename_user_no_password", &form).unwrap();
        let after = databases::login(&world, Engine::Postgresql, "alice_v").unwrap();
        assert_eq!((after.password, after.grants), (before.password, before.grants));
        assert!(databases::login(&world, Engine::Postgresql, "alice_u").is_none());
        let said = world.uapi_refusal("bob", "Postgresql", "rename_user_no_password", &form);
        assert_eq!(said, "oldname: there is no database user “alice_u”.");
        let form = [("oldname", "alice_v"), ("newname", "v")];
        let said = world.uapi_refusal("alice", "Postgresql", "rename_user_no_password", &form);
        assert!(said.starts_with("newname: “v” must begin"), "{said}");
    }
}
