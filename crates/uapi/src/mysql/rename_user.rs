//! `Mysql::rename_user`

use api::{Cx, DatabaseName, Effect, Engine, Function, Input, Needs, Result};
use functions::domain::databases::users;

/// Gives a user of MySQL databases another name. The password, and what it may do, stays.
#[derive(Debug, Input)]
pub struct Params {
    /// The new name, with the account's prefix.
    pub newname: DatabaseName,
    /// The present name.
    pub oldname: DatabaseName,
}

/// See [`Params`].
pub struct RenameUser;

impl Function for RenameUser {
    const NAME: &'static str = "rename_user";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        const ENGINE: Engine = Engine::Mysql;
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
        let world = databases::scene("Mysql");
        let before = databases::login(&world, Engine::Mysql, "alice_u").unwrap();
        let form = [("oldname", "alice_u"), ("newname", "alice_v")];
        world.uapi("alice", "Mysql", "rename_user", &form).unwrap();
        let after = databases::login(&world, Engine::Mysql, "alice_v").unwrap();
        assert_eq!((after.password, after.grants), (before.password, before.grants));
        assert!(databases::login(&world, Engine::Mysql, "alice_u").is_none());
        let said = world.uapi_refusal("bob", "Mysql", "rename_user", &form);
        assert_eq!(said, "oldname: there is no database user “alice_u”.");
        let form = [("oldname", "alice_v"), ("newname", "v")];
        let said = world.uapi_refusal("alice", "Mysql", "rename_user", &form);
        assert!(said.starts_with("newname: “v” must begin"), "{said}");
    }
}
