//! `Mysql::rename_database`

use api::{Cx, DatabaseName, Effect, Engine, Function, Input, Needs, Result};
use functions::domain::databases::catalog;

/// Gives a MySQL database another name. What is in it, and who may use it, stays.
#[derive(Debug, Input)]
pub struct Params {
    /// The new name, with the account's prefix; at most 64 characters, of which an underscore counts as
    /// two.
    pub newname: DatabaseName,
    /// The present name.
    pub oldname: DatabaseName,
}

/// See [`Params`].
pub struct RenameDatabase;

impl Function for RenameDatabase {
    const NAME: &'static str = "rename_database";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        const ENGINE: Engine = Engine::Mysql;
        catalog::rename(cx, &cx.caller.user, ENGINE, &params.oldname, &params.newname)
    }
}

#[cfg(test)]
mod tests {
    use api::Engine;

    use crate::testing::{Calls as _, databases};

    #[test]
    fn it_moves_with_its_users() {
        let world = databases::scene("Mysql");
        let form = [("oldname", "alice_db"), ("newname", "alice_shop")];
        world.uapi("alice", "Mysql", "rename_database", &form).unwrap();
        assert_eq!(databases::databases(&world, Engine::Mysql), ["alice_shop"]);
        let data = world.uapi_data("alice", "Mysql", "list_databases", &[]);
        assert_eq!(data[0]["users"], serde_json::json!(["alice_u"]));
    }

    #[test]
    fn the_new_name_keeps_to_the_rules_and_the_old_is_ones_own() {
        let world = databases::scene("Mysql");
        for (user, old, new, starts) in [
            ("alice", "alice_db", "shop", "newname: “shop” must begin"),
            ("alice", "alice_db", "alice_db", "newname: the server already has"),
            ("alice", "alice_x", "alice_y", "oldname: there is no database"),
            ("bob", "alice_db", "bob_db", "oldname: there is no database"),
        ] {
            let form = [("oldname", old), ("newname", new)];
            let said = world.uapi_refusal(user, "Mysql", "rename_database", &form);
            assert!(said.starts_with(starts), "{said}");
        }
        assert_eq!(databases::databases(&world, Engine::Mysql), ["alice_db"]);
    }
}
