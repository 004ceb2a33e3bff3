//! `Postgresql::revoke_all_privileges`

use api::{Cx, DatabaseName, Effect, Engine, Function, Input, Needs, Result};
use functions::domain::databases::grants;

/// Lets a user do nothing with a PostgreSQL database any more.
#[derive(Debug, Input)]
pub struct Params {
    /// The database.
    pub database: DatabaseName,
    /// The user.
    pub user: DatabaseName,
}

/// See [`Params`].
pub struct RevokeAllPrivileges;

impl Function for RevokeAllPrivileges {
    const NAME: &'static str = "revoke_all_privileges";
    const NEEDS: Needs = Needs::Features(&["postgres"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        const ENGINE: Engine = Engine::Postgresql;
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
        let world = databases::scene("Postgresql");
        let both = [("database", "alice_db"), ("user", "alice_u")];
        let said = world.uapi_refusal("bob", "Postgresql", "revoke_all_privileges", &both);
        assert_eq!(said, "database: there is no database “alice_db”.");
        for _ in 0..2 {
            world.uapi("alice", "Postgresql", "revoke_all_privileges", &both).unwrap();
            assert!(
                databases::login(&world, Engine::Postgresql, "alice_u").unwrap().grants.is_empty()
            );
        }
        let form = [("database", "alice_db"), ("user", "alice_x")];
        let said = world.uapi_refusal("alice", "Postgresql", "revoke_all_privileges", &form);
        assert_eq!(said, "user: there is no database user “alice_x”.");
    }
}
