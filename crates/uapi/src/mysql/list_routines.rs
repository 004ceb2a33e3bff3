//! `Mysql::list_routines`

use api::{Cx, DatabaseName, Effect, Engine, Function, Input, Needs, Result};
use functions::domain::databases::lists;

/// Lists the functions and procedures in the account's MySQL databases, by name.
#[derive(Debug, Input)]
pub struct Params {
    /// Only those in databases that this user may use.
    pub database_user: Option<DatabaseName>,
}

/// See [`Params`].
pub struct ListRoutines;

impl Function for ListRoutines {
    const NAME: &'static str = "list_routines";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<String>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        const ENGINE: Engine = Engine::Mysql;
        let tx = cx.host.store.read()?;
        let databases = match &params.database_user {
            Some(name) => lists::usable(&*tx, &cx.caller.user, ENGINE, "database_user", name)?,
            None => lists::names(&*tx, &cx.caller.user, ENGINE)?,
        };
        drop(tx);
        cx.host.databases.routines(ENGINE, &databases)
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, databases};

    #[test]
    fn there_are_none_and_a_stranger_is_no_user() {
        let world = databases::scene("Mysql");
        for form in [&[][..], &[("database_user", "alice_u")]] {
            let data = world.uapi_data("alice", "Mysql", "list_routines", form);
            assert_eq!(data, serde_json::json!([]));
        }
        let form = [("database_user", "alice_u")];
        let said = world.uapi_refusal("bob", "Mysql", "list_routines", &form);
        assert_eq!(said, "database_user: there is no database user “alice_u”.");
    }
}
