//! `Mysql::adddb` of cPanel API 1

use api::{Cx, Effect, Engine, Function, Input, Needs, Result};
use functions::domain::databases::{catalog, names};

/// Makes an empty MySQL database.
#[derive(Debug, Input)]
pub struct Params {
    /// The database; the account's prefix may be left out.
    #[param(name = "arg-0")]
    pub db: String,
}

/// See [`Params`].
pub struct AddDb;

impl Function for AddDb {
    const NAME: &'static str = "adddb";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = &'static str;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        const ENGINE: Engine = Engine::Mysql;
        let name = names::own(cx, "arg-0", &params.db)?;
        catalog::create(cx, &cx.caller.user, ENGINE, &name)?;
        Ok("")
    }
}

#[cfg(test)]
mod tests {
    use api::Engine;

    use crate::testing::databases::{self, api1};

    #[test]
    fn the_prefix_is_put_before_a_name_without_it() {
        let world = databases::scene("Mysql");
        for name in ["shop", "alice_wiki"] {
            assert_eq!(api1(&world, "alice", "adddb", &[name]).unwrap(), "");
        }
        let names = databases::databases(&world, Engine::Mysql);
        assert_eq!(names, ["alice_db", "alice_shop", "alice_wiki"]);
        let said = api1(&world, "alice", "adddb", &["a b"]).unwrap_err().to_string();
        assert!(said.starts_with("arg-0: "), "{said}");
    }
}
