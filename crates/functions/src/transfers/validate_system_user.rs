//! `validate_system_user`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Say whether a username can be used on this server.
#[derive(Input)]
pub struct Params {
    /// The user.
    pub user: String,
}

/// What `validate_system_user` answers.
#[derive(Output)]
pub struct Reply {
    /// The exists flag: 0 or 1.
    pub exists: Flag,
    /// The reserved flag: 0 or 1.
    pub reserved: Flag,
    /// The valid for new flag: 0 or 1.
    pub valid_for_new: Flag,
    /// The valid for transfer flag: 0 or 1.
    pub valid_for_transfer: Flag,
}

/// See [`Params`].
pub struct ValidateSystemUser;

impl Function for ValidateSystemUser {
    const NAME: &'static str = "validate_system_user";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
