//! `Mysql::delete_user`

use api::{Cx, DatabaseName, Effect, Engine, Function, Input, Needs, Result};
use functions::domain::databases::users;

/// Removes a user of MySQL databases.
#[derive(Debug, Input)]
pub struct Params {
    /// The user.
    pub name: DatabaseName,
}

/// See [`Params`].
pub struct DeleteUser;

impl Function for DeleteUser {
    const NAME: &'static str = "delete_user";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        const ENGINE: Engine = Engine::Mysql;
        users::remove(cx, &cx.caller.user, ENGINE, &params.name)
    }
}

#[cfg(test)]
mod tests {
    use api::Engine;

    use crate::testing::{Calls as _, databases};

    #[test]
    fn it_goes_from_the_server_and_only_the_owners() {
        let world = databases::scene("Mysql");
        let form = [("name", "alice_u")];
        let said = world.uapi_refusal("bob", "Mysql", "delete_user", &form);
        assert_eq!(said, "name: there is no database user “alice_u”.");
        world.uapi("alice", "Mysql", "delete_user", &form).unwrap();
        assert!(databases::login(&world, Engine::Mysql, "alice_u").is_none());
        let data = world.uapi_data("alice", "Mysql", "list_databases", &[]);
        assert_eq!(data[0]["users"], serde_json::json!([]));
    }
}
