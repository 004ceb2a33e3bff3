//! `Postgresql::list_users`

use api::{Cx, DatabaseName, Effect, Engine, Function, Input, Needs, Result};
use functions::domain::databases::lists;

/// Lists the users of the account's PostgreSQL databases, by name.
#[derive(Debug, Input)]
pub struct Params;

/// See [`Params`].
pub struct ListUsers;

impl Function for ListUsers {
    const NAME: &'static str = "list_users";
    const NEEDS: Needs = Needs::Features(&["postgres"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<DatabaseName>;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        const ENGINE: Engine = Engine::Postgresql;
        let tx = cx.host.store.read()?;
        let users = lists::users(&*tx, &cx.caller.user, ENGINE)?;
        Ok(users.into_iter().map(|(name, _)| name).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, databases};

    #[test]
    fn they_are_names_alone() {
        let world = databases::scene("Postgresql");
        let data = world.uapi_data("alice", "Postgresql", "list_users", &[]);
        assert_eq!(data, serde_json::json!(["alice_u"]));
        assert_eq!(world.uapi_data("bob", "Postgresql", "list_users", &[]), serde_json::json!([]));
    }
}
