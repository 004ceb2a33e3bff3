//! `list_mysql_databases_and_users`

use std::collections::BTreeMap;

use api::{Acl, Cx, Effect, Flag, Function, Input, Needs, Output, Result, UserName, reply};

/// List one account's MySQL databases with their users.
#[derive(Input)]
pub struct Params {
    /// The user: account name.
    pub user: UserName,
}

/// What `list_mysql_databases_and_users` answers.
#[derive(Output)]
pub struct Reply {
    /// The MySQL configuration.
    pub mysql_config: MysqlConfig,
    /// The MySQL databases.
    pub mysql_databases: BTreeMap<String, Vec<String>>,
}

/// The MySQL configuration.
#[derive(Output)]
pub struct MysqlConfig {
    /// The MySQL version.
    #[param(name = "mysql-version")]
    pub mysql_version: String,
    /// The prefix length.
    pub prefix_length: i64,
    /// The use database prefix flag: 0 or 1.
    pub use_db_prefix: Flag,
}

/// See [`Params`].
pub struct ListMysqlDatabasesAndUsers;

impl Function for ListMysqlDatabasesAndUsers {
    const NAME: &'static str = "list_mysql_databases_and_users";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::MysqlInfo]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
