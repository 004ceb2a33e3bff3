//! `Postgresql::rename_database`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Renames a database.
#[derive(Input)]
pub struct Params {
    /// With the account prefix where prefixing is on.
    pub newname: String,
    /// With the account prefix where prefixing is on.
    pub oldname: String,
}

/// See [`Params`].
pub struct RenameDatabase;

impl Function for RenameDatabase {
    const NAME: &'static str = "rename_database";
    const NEEDS: Needs = Needs::Features(&["postgres"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
