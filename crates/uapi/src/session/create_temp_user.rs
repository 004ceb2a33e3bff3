//! `Session::create_temp_user`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Make a temporary session user (with database access) for the current session.
#[derive(Input)]
pub struct Params;

/// What `create_temp_user` answers.
#[derive(Output)]
pub struct Reply {
    /// The created flag: 0 or 1.
    pub created: Flag,
    /// The session temp user.
    pub session_temp_user: String,
}

/// See [`Params`].
pub struct CreateTempUser;

impl Function for CreateTempUser {
    const NAME: &'static str = "create_temp_user";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
