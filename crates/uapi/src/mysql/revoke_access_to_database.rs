//! `Mysql::revoke_access_to_database`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Takes all of a user's privileges on a database away.
#[derive(Input)]
pub struct Params {
    /// The database.
    pub database: String,
    /// Must carry the account prefix where prefixing is on.
    pub user: String,
}

/// See [`Params`].
pub struct RevokeAccessToDatabase;

impl Function for RevokeAccessToDatabase {
    const NAME: &'static str = "revoke_access_to_database";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
