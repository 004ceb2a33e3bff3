//! `rename_mysql_user`

use api::{Acl, Cx, DatabaseName, Effect, Engine, Function, Input, Needs, Result, UserName};

use crate::domain::databases::{self, users};

/// Gives a user of MySQL databases another name. The password, and what it may do, stays.
#[derive(Debug, Input)]
pub struct Params {
    /// The new name, with the account's prefix.
    pub newname: DatabaseName,
    /// The present name.
    pub oldname: DatabaseName,
    /// The account; it is found by the present name where it is not given.
    pub cpuser: Option<UserName>,
}

/// See [`Params`].
pub struct RenameMysqlUser;

impl Function for RenameMysqlUser {
    const NAME: &'static str = "rename_mysql_user";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditAccount]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let (old, new) = (&params.oldname, &params.newname);
        let account = databases::account_of_user(cx, params.cpuser, Engine::Mysql, "oldname", old)?;
        users::rename(cx, &account, Engine::Mysql, (old, new), None)
    }
}

#[cfg(test)]
mod tests {
    use api::{Acl, Engine};

    use crate::testing::{World, databases};

    #[test]
    fn the_password_stays_and_strangers_are_absent() {
        let world = World::new()
            .account("carol", "root")
            .reseller("carol", &[Acl::EditAccount])
            .account("alice", "carol")
            .account("bob", "root");
        for owner in ["alice", "bob"] {
            databases::create_user(&world, owner, Engine::Mysql, &format!("{owner}_u"));
        }
        let login = |name: &str| {
            world.machine.database_login(Engine::Mysql, &name.parse().unwrap()).unwrap()
        };
        let before = login("alice_u").unwrap();
        let form = [("oldname", "alice_u"), ("newname", "alice_v")];
        world.call("carol", "rename_mysql_user", &form).unwrap();
        assert_eq!(login("alice_v").unwrap().password, before.password);
        assert!(login("alice_u").is_none());
        let form = [("oldname", "bob_u"), ("newname", "bob_v")];
        let said = world.refusal("carol", "rename_mysql_user", &form);
        assert_eq!(said, "oldname: there is no database user “bob_u”.");
        let said =
            world.refusal("root", "rename_mysql_user", &[("oldname", "bob_u"), ("newname", "v")]);
        assert!(said.starts_with("newname: "), "{said}");
    }
}
