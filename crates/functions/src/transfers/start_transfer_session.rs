//! `start_transfer_session`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Start or restart a transfer session.
#[derive(Input)]
pub struct Params {
    /// The transfer session ID.
    pub transfer_session_id: String,
}

/// What `start_transfer_session` answers.
#[derive(Output)]
pub struct Reply {
    /// The process ID.
    pub pid: i64,
}

/// See [`Params`].
pub struct StartTransferSession;

impl Function for StartTransferSession {
    const NAME: &'static str = "start_transfer_session";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
