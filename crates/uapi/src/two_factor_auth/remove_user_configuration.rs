//! `TwoFactorAuth::remove_user_configuration`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// `TwoFactorAuth::remove_user_configuration`.
#[derive(Input)]
pub struct Params;

/// What `remove_user_configuration` answers.
#[derive(Output)]
pub struct Reply {
    /// The tfa removed flag: 0 or 1.
    pub tfa_removed: Flag,
}

/// See [`Params`].
pub struct RemoveUserConfiguration;

impl Function for RemoveUserConfiguration {
    const NAME: &'static str = "remove_user_configuration";
    const NEEDS: Needs = Needs::Features(&["twofactorauth"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
