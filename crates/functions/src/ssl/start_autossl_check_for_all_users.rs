//! `start_autossl_check_for_all_users`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Starts a background AutoSSL check for all users.
#[derive(Input)]
pub struct Params;

/// What `start_autossl_check_for_all_users` answers.
#[derive(Output)]
pub struct Reply {
    /// The process ID.
    pub pid: i64,
}

/// See [`Params`].
pub struct StartAutosslCheckForAllUsers;

impl Function for StartAutosslCheckForAllUsers {
    const NAME: &'static str = "start_autossl_check_for_all_users";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
