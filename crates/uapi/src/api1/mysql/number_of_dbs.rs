//! `Mysql::number_of_dbs` of cPanel API 1

use api::{Cx, Effect, Engine, Function, Input, Needs, Result};
use functions::domain::databases::lists;

/// Says how many MySQL databases the account has.
#[derive(Debug, Input)]
pub struct Params;

/// See [`Params`].
pub struct NumberOfDbs;

impl Function for NumberOfDbs {
    const NAME: &'static str = "number_of_dbs";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = String;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        const ENGINE: Engine = Engine::Mysql;
        let names = lists::names(&*cx.host.store.read()?, &cx.caller.user, ENGINE)?;
        Ok(names.len().to_string())
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::databases::{self, api1};

    #[test]
    fn only_ones_own_count() {
        let world = databases::scene("Mysql");
        assert_eq!(api1(&world, "alice", "number_of_dbs", &[]).unwrap(), "1");
        assert_eq!(api1(&world, "bob", "number_of_dbs", &[]).unwrap(), "0");
    }
}
