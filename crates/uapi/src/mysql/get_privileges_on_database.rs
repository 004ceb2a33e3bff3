//! `Mysql::get_privileges_on_database`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Lists a user's privileges on a database.
#[derive(Input)]
pub struct Params {
    /// The database.
    pub database: String,
    /// Must carry the account prefix where prefixing is on.
    pub user: String,
}

/// See [`Params`].
pub struct GetPrivilegesOnDatabase;

impl Function for GetPrivilegesOnDatabase {
    const NAME: &'static str = "get_privileges_on_database";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<String>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
