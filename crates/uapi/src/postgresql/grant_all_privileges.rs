//! `Postgresql::grant_all_privileges`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Gives a user all privileges on a database.
#[derive(Input)]
pub struct Params {
    /// With the account prefix where prefixing is on.
    pub database: String,
    /// With the account prefix where prefixing is on.
    pub user: String,
}

/// See [`Params`].
pub struct GrantAllPrivileges;

impl Function for GrantAllPrivileges {
    const NAME: &'static str = "grant_all_privileges";
    const NEEDS: Needs = Needs::Features(&["postgres"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
