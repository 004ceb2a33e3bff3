//! `Mysql::dump_database_schema`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Returns SQL that recreates a database's schema.
#[derive(Input)]
pub struct Params {
    /// The dbname.
    pub dbname: String,
}

/// See [`Params`].
pub struct DumpDatabaseSchema;

impl Function for DumpDatabaseSchema {
    const NAME: &'static str = "dump_database_schema";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = String;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
