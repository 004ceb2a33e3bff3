//! `fetch_transfer_session_log`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Give a log file of a transfer session.
#[derive(Input)]
pub struct Params {
    /// Master.log, `master.error_log` or an item log named in master.log, e.g.
    /// `item-TRANSFER_AccountRemoteUser_root`.
    pub logfile: String,
    /// The transfer session ID.
    pub transfer_session_id: String,
}

/// What `fetch_transfer_session_log` answers.
#[derive(Output)]
pub struct Reply {
    /// The log.
    pub log: String,
}

/// See [`Params`].
pub struct FetchTransferSessionLog;

impl Function for FetchTransferSessionLog {
    const NAME: &'static str = "fetch_transfer_session_log";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
