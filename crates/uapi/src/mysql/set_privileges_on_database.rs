//! `Mysql::set_privileges_on_database`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Sets a user's privileges on a database.
#[derive(Input)]
pub struct Params {
    /// Must carry the account prefix where prefixing is on.
    pub database: String,
    /// Must carry the account prefix where prefixing is on.
    pub user: String,
    /// Comma-separated: ALL PRIVILEGES, or any of ALTER, ALTER ROUTINE, CREATE, CREATE ROUTINE,
    /// CREATE TEMPORARY TABLES, CREATE VIEW, DELETE, DROP, EVENT, EXECUTE, INDEX, INSERT, LOCK
    /// TABLES, REFERENCES, SELECT, SHOW VIEW, TRIGGER, UPDATE.
    pub privileges: Option<String>,
}

/// See [`Params`].
pub struct SetPrivilegesOnDatabase;

impl Function for SetPrivilegesOnDatabase {
    const NAME: &'static str = "set_privileges_on_database";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
