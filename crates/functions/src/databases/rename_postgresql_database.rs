//! `rename_postgresql_database`

use api::{Acl, Cx, DatabaseName, Effect, Engine, Function, Input, Needs, Result, UserName};

use crate::domain::databases::{self, catalog};

/// Gives a PostgreSQL database another name. What is in it, and who may use it, stays.
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
pub struct RenamePostgresqlDatabase;

impl Function for RenamePostgresqlDatabase {
    const NAME: &'static str = "rename_postgresql_database";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditAccount]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let (old, new) = (&params.oldname, &params.newname);
        let account = databases::account_of_database(cx, params.cpuser, Engine::Postgresql, old)?;
        catalog::rename(cx, &account, Engine::Postgresql, old, new)
    }
}

#[cfg(test)]
mod tests {
    use api::{Acl, Engine};

    use crate::testing::{World, databases};

    #[test]
    fn the_owner_need_not_be_named_and_others_see_nothing() {
        let world = World::new()
            .account("carol", "root")
            .reseller("carol", &[Acl::EditAccount])
            .account("alice", "carol")
            .account("bob", "root");
        for owner in ["alice", "bob"] {
            databases::create(&world, owner, Engine::Postgresql, &format!("{owner}_db"));
        }
        let names = || world.machine.databases(Engine::Postgresql).unwrap().into_keys();
        let rename = |old, new, cpuser: &'static str| {
            let form = [("oldname", old), ("newname", new), ("cpuser", cpuser)];
            let form = if cpuser.is_empty() { &form[..2] } else { &form[..] };
            world.call("carol", "rename_postgresql_database", form)
        };
        rename("alice_db", "alice_one", "").unwrap();
        rename("alice_one", "alice_two", "alice").unwrap();
        assert_eq!(names().collect::<Vec<_>>(), ["alice_two", "bob_db"]);
        for (old, cpuser, said) in [
            ("bob_db", "", "oldname: there is no database “bob_db”."),
            ("bob_db", "alice", "oldname: there is no database “bob_db”."),
            ("bob_db", "bob", "There is no account “bob”."),
            ("alice_db", "", "oldname: there is no database “alice_db”."),
        ] {
            assert_eq!(rename(old, "alice_x", cpuser).unwrap_err().to_string(), said);
        }
        let said = rename("alice_two", "bob_x", "").unwrap_err().to_string();
        assert!(said.starts_with("newname: ") && said.contains("“alice_”"), "{said}");
    }
}
