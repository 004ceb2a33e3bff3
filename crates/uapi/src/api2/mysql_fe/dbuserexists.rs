//! `MysqlFE::dbuserexists` of cPanel API 2

use api::{Cx, Effect, Engine, Flag, Function, Input, Kind, Needs, Output, Result};
use functions::domain::databases::{names, users};

/// Says whether the account has a user of MySQL databases of that name.
#[derive(Debug, Input)]
pub struct Params {
    /// The user; the account's prefix may be left out.
    pub dbuser: String,
}

/// The answer.
#[derive(Debug, Output)]
pub struct Row {
    /// Whether there is one.
    pub dbuserexists: Flag,
}

/// See [`Params`].
pub struct DbUserExists;

impl Function for DbUserExists {
    const NAME: &'static str = "dbuserexists";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Row>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        const ENGINE: Engine = Engine::Mysql;
        let name = names::own(cx, "dbuser", &params.dbuser)?;
        let found = users::find(&*cx.host.store.read()?, &cx.caller.user, ENGINE, "dbuser", &name);
        let exists = match found {
            Ok(_) => true,
            Err(problem) if problem.kind() == Kind::NotFound => false,
            Err(problem) => return Err(problem),
        };
        Ok(vec![Row { dbuserexists: Flag(exists) }])
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, databases};

    #[test]
    fn only_ones_own_count() {
        let world = databases::scene("Mysql");
        let asked = |user, name| {
            world.api2(user, "MysqlFE", "dbuserexists", &[("dbuser", name)]).unwrap().data
        };
        let says = |flag: i32| serde_json::json!([{ "dbuserexists": flag }]);
        assert_eq!((asked("alice", "u"), asked("alice", "alice_u")), (says(1), says(1)));
        assert_eq!((asked("alice", "x"), asked("bob", "alice_u")), (says(0), says(0)));
    }
}
