//! `verify_new_username_for_restore`

use api::{Cx, Effect, Function, Input, Needs, Result, UserName, reply};

/// Check a username for conflicts before an account is restored.
#[derive(Input)]
pub struct Params {
    /// The user.
    pub user: UserName,
}

/// See [`Params`].
pub struct VerifyNewUsernameForRestore;

impl Function for VerifyNewUsernameForRestore {
    const NAME: &'static str = "verify_new_username_for_restore";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
