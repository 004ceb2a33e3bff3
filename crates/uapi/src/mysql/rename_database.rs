//! `Mysql::rename_database`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Renames a database.
#[derive(Input)]
pub struct Params {
    /// Must carry the account prefix where prefixing is on.
    pub newname: String,
    /// The oldname: current name.
    pub oldname: String,
}

/// See [`Params`].
pub struct RenameDatabase;

impl Function for RenameDatabase {
    const NAME: &'static str = "rename_database";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
