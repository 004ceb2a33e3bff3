//! `Mysql::revoke_access_to_database`

use api::{Cx, DatabaseName, Effect, Engine, Function, Input, Needs, Result};
use functions::domain::databases::grants;

/// Lets a user do nothing with a MySQL database any more.
#[derive(Debug, Input)]
pub struct Params {
    /// The database.
    pub database: DatabaseName,
    /// The user.
    pub user: DatabaseName,
}

/// See [`Params`].
pub struct RevokeAccessToDatabase;

impl Function for RevokeAccessToDatabase {
    const NAME: &'static str = "revoke_access_to_database";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        const ENGINE: Engine = Engine::Mysql;
        let both = (&params.database, &params.user);
        grants::revoke(cx, &cx.caller.user, ENGINE, both)
    }
}

#[cfg(test)]
mod tests {
    use api::Engine;

    use crate::testing::{Calls as _, databases};

    #[test]
    fn the_server_forgets_what_the_user_might() {
        let world = databases::scene("Mysql");
        let both = [("database", "alice_db"), ("user", "alice_u")];
        let said = world.uapi_refusal("bob", "Mysql", "revoke_access_to_database", &both);
        assert_eq!(said, "database: there is no database “alice_db”.");
        for _ in 0..2 {
            world.uapi("alice", "Mysql", "revoke_access_to_database", &both).unwrap();
            assert!(databases::login(&world, Engine::Mysql, "alice_u").unwrap().grants.is_empty());
        }
        let form = [("database", "alice_db"), ("user", "alice_x")];
        let said = world.uapi_refusal("alice", "Mysql", "revoke_access_to_database", &form);
        assert_eq!(said, "user: there is no database user “alice_x”.");
    }
}
