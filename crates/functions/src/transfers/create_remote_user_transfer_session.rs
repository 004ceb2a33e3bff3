//! `create_remote_user_transfer_session`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, Secret, reply};

/// Create a transfer session with the login of one account.
#[derive(Input)]
pub struct Params {
    /// The host.
    pub host: DomainName,
    /// The password: of the account.
    pub password: Secret,
    /// Unrestricted restore: has to be 1.
    pub unrestricted_restore: Flag,
}

/// What `create_remote_user_transfer_session` answers.
#[derive(Output)]
pub struct Reply {
    /// The transfer session ID.
    pub transfer_session_id: String,
}

/// See [`Params`].
pub struct CreateRemoteUserTransferSession;

impl Function for CreateRemoteUserTransferSession {
    const NAME: &'static str = "create_remote_user_transfer_session";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
