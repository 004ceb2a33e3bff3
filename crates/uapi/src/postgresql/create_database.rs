//! `Postgresql::create_database`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Creates a PostgreSQL database.
#[derive(Input)]
pub struct Params {
    /// With the account prefix where prefixing is on.
    pub name: String,
}

/// See [`Params`].
pub struct CreateDatabase;

impl Function for CreateDatabase {
    const NAME: &'static str = "create_database";
    const NEEDS: Needs = Needs::Features(&["postgres"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
