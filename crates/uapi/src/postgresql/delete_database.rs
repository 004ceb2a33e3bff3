//! `Postgresql::delete_database`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Deletes a PostgreSQL database.
#[derive(Input)]
pub struct Params {
    /// The name.
    pub name: String,
}

/// See [`Params`].
pub struct DeleteDatabase;

impl Function for DeleteDatabase {
    const NAME: &'static str = "delete_database";
    const NEEDS: Needs = Needs::Features(&["postgres"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
