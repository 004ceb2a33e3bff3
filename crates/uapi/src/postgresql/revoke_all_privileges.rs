//! `Postgresql::revoke_all_privileges`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Takes all of a user's privileges on a database away.
#[derive(Input)]
pub struct Params {
    /// With the account prefix where prefixing is on.
    pub database: String,
    /// With the account prefix where prefixing is on.
    pub user: String,
}

/// See [`Params`].
pub struct RevokeAllPrivileges;

impl Function for RevokeAllPrivileges {
    const NAME: &'static str = "revoke_all_privileges";
    const NEEDS: Needs = Needs::Features(&["postgres"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
