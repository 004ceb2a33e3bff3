//! `Postgresql::grant_all_privileges`

use api::{Cx, DatabaseName, Effect, Engine, Function, Input, Needs, Privileges, Result};
use functions::domain::databases::grants;

/// Lets a user do everything with a PostgreSQL database.
#[derive(Debug, Input)]
pub struct Params {
    /// The database.
    pub database: DatabaseName,
    /// The user.
    pub user: DatabaseName,
}

/// See [`Params`].
pub struct GrantAllPrivileges;

impl Function for GrantAllPrivileges {
    const NAME: &'static str = "grant_all_privileges";
    const NEEDS: Needs = Needs::Features(&["postgres"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        const ENGINE: Engine = Engine::Postgresql;
        let both = (&params.database, &params.user);
        grants::set(cx, &cx.caller.user, ENGINE, both, Privileges::all())
    }
}

#[cfg(test)]
mod tests {
    use api::Engine;

    use crate::testing::{Calls as _, databases};

    #[test]
    fn the_user_may_use_the_database() {
        let world = databases::scene("Postgresql");
        world.uapi("alice", "Postgresql", "create_database", &[("name", "alice_b")]).unwrap();
        let form = [("database", "alice_b"), ("user", "alice_u")];
        world.uapi("alice", "Postgresql", "grant_all_privileges", &form).unwrap();
        let grants = databases::login(&world, Engine::Postgresql, "alice_u").unwrap().grants;
        assert!(grants.len() == 2 && grants.values().all(api::Privileges::is_all));
        {
            let (user, said) = ("bob", "database: there is no database “alice_b”.");
            let refused = world.uapi_refusal(user, "Postgresql", "grant_all_privileges", &form);
            assert_eq!(refused, said);
        }
    }
}
