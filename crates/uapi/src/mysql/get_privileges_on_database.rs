//! `Mysql::get_privileges_on_database`

use api::{Cx, DatabaseName, Effect, Engine, Function, Input, Needs, Result};
use functions::domain::databases::grants;

/// Lists what a user may do with a MySQL database.
#[derive(Debug, Input)]
pub struct Params {
    /// The database.
    pub database: DatabaseName,
    /// The user.
    pub user: DatabaseName,
}

/// See [`Params`].
pub struct GetPrivilegesOnDatabase;

impl Function for GetPrivilegesOnDatabase {
    const NAME: &'static str = "get_privileges_on_database";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<&'static str>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        const ENGINE: Engine = Engine::Mysql;
        let tx = cx.host.store.read()?;
        let both = (&params.database, &params.user);
        let privileges = grants::of(&*tx, &cx.caller.user, ENGINE, both)?;
        Ok(privileges.map(|privileges| privileges.words()).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, databases};

    #[test]
    fn all_are_one_word_and_none_an_empty_list() {
        let world = databases::scene("Mysql");
        let both = [("database", "alice_db"), ("user", "alice_u")];
        let get = || world.uapi_data("alice", "Mysql", "get_privileges_on_database", &both);
        assert_eq!(get(), serde_json::json!(["ALL PRIVILEGES"]));
        let form = [both[0], both[1], ("privileges", "SHOW VIEW,ALTER")];
        world.uapi("alice", "Mysql", "set_privileges_on_database", &form).unwrap();
        assert_eq!(get(), serde_json::json!(["ALTER", "SHOW VIEW"]));
        world.uapi("alice", "Mysql", "revoke_access_to_database", &both).unwrap();
        assert_eq!(get(), serde_json::json!([]));
        let said = world.uapi_refusal("bob", "Mysql", "get_privileges_on_database", &both);
        assert_eq!(said, "database: there is no database “alice_db”.");
    }
}
