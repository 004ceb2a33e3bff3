//! `Postgresql::delete_user`

use api::{Cx, DatabaseName, Effect, Engine, Function, Input, Needs, Result};
use functions::domain::databases::users;

/// Removes a user of PostgreSQL databases.
#[derive(Debug, Input)]
pub struct Params {
    /// The user.
    pub name: DatabaseName,
}

/// See [`Params`].
pub struct DeleteUser;

impl Function for DeleteUser {
    const NAME: &'static str = "delete_user";
    const NEEDS: Needs = Needs::Features(&["postgres"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        const ENGINE: Engine = Engine::Postgresql;
        users::remove(cx, &cx.caller.user, ENGINE, &params.name)
    }
}

#[cfg(test)]
mod tests {
    use api::Engine;

    use crate::testing::{Calls as _, databases};

    #[test]
    fn it_goes_from_the_server_and_only_the_owners() {
        let world = databases::scene("Postgresql");
        let form = [("name", "alice_u")];
        let said = world.uapi_refusal("bob", "Postgresql", "delete_user", &form);
        assert_eq!(said, "name: there is no database user “alice_u”.");
        world.uapi("alice", "Postgresql", "delete_user", &form).unwrap();
        assert!(databases::login(&world, Engine::Postgresql, "alice_u").is_none());
        let data = world.uapi_data("alice", "Postgresql", "list_databases", &[]);
        assert_eq!(data[0]["users"], serde_json::json!([]));
    }
}
