//! `list_mysql_databases_and_users`

use std::collections::BTreeMap;

use api::{
    Acl, Cx, DatabaseName, Effect, Engine, Flag, Function, Input, Needs, Output, Result, UserName,
};

use crate::domain::databases::lists;

/// Lists an account's MySQL databases with the users that may use them, and how they are named.
#[derive(Debug, Input)]
pub struct Params {
    /// The account.
    pub user: UserName,
}

/// The databases, and how they are named.
#[derive(Debug, Output)]
pub struct Reply {
    /// The server, and how its names are made.
    pub mysql_config: Config,
    /// The users that may use each database.
    pub mysql_databases: BTreeMap<String, Vec<DatabaseName>>,
}

/// The server, and how its names are made.
#[derive(Debug, Output)]
pub struct Config {
    /// Its version.
    #[param(name = "mysql-version")]
    pub mysql_version: String,
    /// How many characters of the account's name are in the prefix.
    pub prefix_length: i64,
    /// Whether names begin with a prefix.
    pub use_db_prefix: Flag,
}

/// See [`Params`].
pub struct ListMysqlDatabasesAndUsers;

impl Function for ListMysqlDatabasesAndUsers {
    const NAME: &'static str = "list_mysql_databases_and_users";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::MysqlInfo]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let listed = lists::databases(cx, &params.user, Engine::Mysql)?;
        let server = cx.host.databases.server(Engine::Mysql)?;
        let config =
            Config { mysql_version: server.version, prefix_length: 16, use_db_prefix: Flag(true) };
        let databases = listed.into_iter().map(|one| (one.name.to_string(), one.users));
        Ok(Reply { mysql_config: config, mysql_databases: databases.collect() })
    }
}

#[cfg(test)]
mod tests {
    use api::{Acl, Engine};

    use crate::testing::{World, databases};

    #[test]
    fn a_database_names_its_users() {
        let world = World::new()
            .account("carol", "root")
            .reseller("carol", &[Acl::MysqlInfo])
            .account("alice", "root");
        databases::create(&world, "alice", Engine::Mysql, "alice_a");
        databases::create(&world, "alice", Engine::Mysql, "alice_b");
        databases::create_user(&world, "alice", Engine::Mysql, "alice_u");
        databases::grant(&world, "alice", Engine::Mysql, "alice_b", "alice_u");
        let function = "list_mysql_databases_and_users";
        let data = world.data("root", function, &[("user", "alice")]);
        let found = serde_json::json!({ "alice_a": [], "alice_b": ["alice_u"] });
        assert_eq!(data["mysql_databases"], found);
        let config = &data["mysql_config"];
        assert_eq!((&config["prefix_length"], &config["use_db_prefix"]), (&16.into(), &1.into()));
        assert!(config["mysql-version"].as_str().is_some_and(|text| text.contains('.')));
        let said = world.refusal("carol", function, &[("user", "alice")]);
        assert_eq!(said, "There is no account “alice”.");
    }
}
