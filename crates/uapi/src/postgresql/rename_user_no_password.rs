//! `Postgresql::rename_user_no_password`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Renames a user without setting a password.
#[derive(Input)]
pub struct Params {
    /// With the account prefix where prefixing is on.
    pub newname: String,
    /// With the account prefix where prefixing is on.
    pub oldname: String,
}

/// See [`Params`].
pub struct RenameUserNoPassword;

impl Function for RenameUserNoPassword {
    const NAME: &'static str = "rename_user_no_password";
    const NEEDS: Needs = Needs::Features(&["postgres"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
