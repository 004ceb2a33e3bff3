//! `abort_transfer_session`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Abort an active transfer session.
#[derive(Input)]
pub struct Params {
    /// The transfer session ID.
    pub transfer_session_id: String,
}

/// See [`Params`].
pub struct AbortTransferSession;

impl Function for AbortTransferSession {
    const NAME: &'static str = "abort_transfer_session";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
