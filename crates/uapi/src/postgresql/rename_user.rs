//! `Postgresql::rename_user`

use api::{Cx, Effect, Function, Input, Needs, Result, Secret, reply};

/// Renames a user and sets a new password.
#[derive(Input)]
pub struct Params {
    /// With the account prefix where prefixing is on.
    pub newname: String,
    /// With the account prefix where prefixing is on.
    pub oldname: String,
    /// The password.
    pub password: Secret,
}

/// See [`Params`].
pub struct RenameUser;

impl Function for RenameUser {
    const NAME: &'static str = "rename_user";
    const NEEDS: Needs = Needs::Features(&["postgres"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
