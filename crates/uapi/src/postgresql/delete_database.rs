//! `Postgresql::delete_database`

use api::{Cx, DatabaseName, Effect, Engine, Function, Input, Needs, Result};
use functions::domain::databases::catalog;

/// Removes a PostgreSQL database with all that is in it.
#[derive(Debug, Input)]
pub struct Params {
    /// The database.
    pub name: DatabaseName,
}

/// See [`Params`].
pub struct DeleteDatabase;

impl Function for DeleteDatabase {
    const NAME: &'static str = "delete_database";
    const NEEDS: Needs = Needs::Features(&["postgres"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        const ENGINE: Engine = Engine::Postgresql;
        catalog::remove(cx, &cx.caller.user, ENGINE, &params.name)
    }
}

#[cfg(test)]
mod tests {
    use api::Engine;

    use crate::testing::{Calls as _, databases};

    #[test]
    fn it_goes_with_the_grants_on_it_and_only_the_owners() {
        let world = databases::scene("Postgresql");
        let form = [("name", "alice_db")];
        let said = world.uapi_refusal("bob", "Postgresql", "delete_database", &form);
        assert_eq!(said, "name: there is no database “alice_db”.");
        world.uapi("alice", "Postgresql", "delete_database", &form).unwrap();
        assert!(databases::databases(&world, Engine::Postgresql).is_empty());
        assert!(databases::login(&world, Engine::Postgresql, "alice_u").unwrap().grants.is_empty());
        let said = world.uapi_refusal("alice", "Postgresql", "delete_database", &form);
        assert_eq!(said, "name: there is no database “alice_db”.");
    }
}
