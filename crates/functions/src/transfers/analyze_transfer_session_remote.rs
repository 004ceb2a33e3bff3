//! `analyze_transfer_session_remote`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Check the remote credentials of a transfer session.
#[derive(Input)]
pub struct Params {
    /// The transfer session ID.
    pub transfer_session_id: String,
}

/// See [`Params`].
pub struct AnalyzeTransferSessionRemote;

impl Function for AnalyzeTransferSessionRemote {
    const NAME: &'static str = "analyze_transfer_session_remote";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
