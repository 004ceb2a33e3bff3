//! `Postgresql::get_restrictions`

use api::{Account, Cx, Effect, Engine, Function, Input, Needs, Output, Result};
use functions::domain::databases::names::{self, PrefixSize, Rules};

/// Says how long names on the PostgreSQL server may be, and how the account's begin.
#[derive(Debug, Input)]
pub struct Params;

/// The rules of names.
#[derive(Debug, Output)]
pub struct Reply {
    /// The most characters of a database's name.
    pub max_database_name_length: u32,
    /// The most characters of a user's name.
    pub max_username_length: u32,
    /// What the account's names begin with.
    pub prefix: String,
}

/// See [`Params`].
pub struct GetRestrictions;

impl Function for GetRestrictions {
    const NAME: &'static str = "get_restrictions";
    const NEEDS: Needs = Needs::Features(&["postgres"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        const ENGINE: Engine = Engine::Postgresql;
        let rules = Rules::of(cx.host, ENGINE)?;
        let account = Account::of_caller(&*cx.host.store.read()?, cx.caller)?;
        let prefix = names::prefix(account.record(), PrefixSize::Full);
        Ok(Reply {
            max_database_name_length: rules.database,
            max_username_length: rules.user,
            prefix,
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, World};

    #[test]
    fn a_name_of_those_lengths_with_that_prefix_is_taken() {
        let world = World::new().account("alice", "root");
        let data = world.uapi_data("alice", "Postgresql", "get_restrictions", &[]);
        assert_eq!(data["prefix"], "alice_");
        let length = usize::try_from(data["max_username_length"].as_u64().unwrap()).unwrap();
        let create = |length: usize| {
            let name = format!("alice_{}", "x".repeat(length - 6));
            let form = [("name", &*name), ("password", crate::testing::PASSWORD)];
            world.uapi("alice", "Postgresql", "create_user", &form)
        };
        assert!(create(length + 1).is_err());
        create(length).unwrap();
        assert!(data["max_database_name_length"].as_u64() >= Some(63));
    }
}
