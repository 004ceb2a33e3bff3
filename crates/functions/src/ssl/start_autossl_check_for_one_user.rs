//! `start_autossl_check_for_one_user`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result, UserName, reply};

/// Starts a background AutoSSL check for one user.
#[derive(Input)]
pub struct Params {
    /// The username.
    pub username: UserName,
}

/// What `start_autossl_check_for_one_user` answers.
#[derive(Output)]
pub struct Reply {
    /// The process ID.
    pub pid: i64,
}

/// See [`Params`].
pub struct StartAutosslCheckForOneUser;

impl Function for StartAutosslCheckForOneUser {
    const NAME: &'static str = "start_autossl_check_for_one_user";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::Ssl]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
