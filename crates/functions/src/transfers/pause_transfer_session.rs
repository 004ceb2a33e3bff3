//! `pause_transfer_session`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Pause an active transfer session.
#[derive(Input)]
pub struct Params {
    /// The transfer session ID.
    pub transfer_session_id: String,
}

/// See [`Params`].
pub struct PauseTransferSession;

impl Function for PauseTransferSession {
    const NAME: &'static str = "pause_transfer_session";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
