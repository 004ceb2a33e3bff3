//! `Postgresql::create_database`

use api::{Cx, DatabaseName, Effect, Engine, Function, Input, Needs, Result};
use functions::domain::databases::catalog;

/// Makes an empty PostgreSQL database.
#[derive(Debug, Input)]
pub struct Params {
    /// Its name, with the account's prefix; at most 63 characters.
    pub name: DatabaseName,
}

/// See [`Params`].
pub struct CreateDatabase;

impl Function for CreateDatabase {
    const NAME: &'static str = "create_database";
    const NEEDS: Needs = Needs::Features(&["postgres"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        const ENGINE: Engine = Engine::Postgresql;
        catalog::create(cx, &cx.caller.user, ENGINE, &params.name)
    }
}

#[cfg(test)]
mod tests {
    use api::{Engine, Limit};

    use crate::testing::{Calls as _, World, databases};

    #[test]
    fn it_is_on_the_server_and_counts() {
        let world = databases::scene("Postgresql")
            .with_account("alice", |row| row.max_databases = Limit::of(2));
        let create = |name| world.uapi("alice", "Postgresql", "create_database", &[("name", name)]);
        let answer = create("alice_shop").unwrap();
        assert!(answer.data.is_null());
        assert_eq!(databases::databases(&world, Engine::Postgresql), ["alice_db", "alice_shop"]);
        let said = create("alice_third").unwrap_err().to_string();
        assert!(said.contains("may have no more"), "{said}");
    }

    #[test]
    fn its_name_has_the_prefix_and_is_free() {
        let world = World::new().account("alicemiller", "root");
        let create =
            |name| world.uapi("alicemiller", "Postgresql", "create_database", &[("name", name)]);
        for bad in ["shop", "bob_shop", "alicemiller_"] {
            let said = create(bad).unwrap_err().to_string();
            assert!(said.starts_with("name: ") && said.contains("“alicemiller_”"), "{said}");
        }
        create("alicemil_x").unwrap();
        assert!(create("alicemil_x").unwrap_err().to_string().contains("already has"));
    }

    #[test]
    fn the_feature_and_the_account_must_be_on() {
        let world = databases::scene("Postgresql");
        let form = [("user", "alice"), ("features", r#"{"postgres":"0"}"#)];
        world.call("root", "add_override_features_for_user", &form).unwrap();
        let create =
            || world.uapi("alice", "Postgresql", "create_database", &[("name", "alice_x")]);
        assert!(create().unwrap_err().to_string().contains("refused"));
        let world = databases::scene("Postgresql").suspended("alice", "unpaid");
        let create =
            || world.uapi("alice", "Postgresql", "create_database", &[("name", "alice_x")]);
        assert!(create().unwrap_err().to_string().contains("refused"));
    }
}
