//! `Postgresql::list_databases`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Lists databases with size and users.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The database.
    pub database: String,
    /// The disk usage.
    pub disk_usage: i64,
    /// The users.
    pub users: Vec<String>,
}

/// See [`Params`].
pub struct ListDatabases;

impl Function for ListDatabases {
    const NAME: &'static str = "list_databases";
    const NEEDS: Needs = Needs::Features(&["postgres"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
