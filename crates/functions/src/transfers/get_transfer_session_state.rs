//! `get_transfer_session_state`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// Give the state of a transfer session.
#[derive(Input)]
pub struct Params {
    /// The transfer session ID.
    pub transfer_session_id: String,
}

/// What `get_transfer_session_state` answers.
#[derive(Output)]
pub struct Reply {
    /// The state name.
    pub state_name: StateName,
}

/// What `state_name` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum StateName {
    /// `TRANSFER_PENDING`.
    #[word("TRANSFER_PENDING")]
    TransferPending,
    /// `TRANSFER_INPROGRESS`.
    #[word("TRANSFER_INPROGRESS")]
    TransferInprogress,
    /// `RESTORE_PENDING`.
    #[word("RESTORE_PENDING")]
    RestorePending,
    /// `RESTORE_INPROGRESS`.
    #[word("RESTORE_INPROGRESS")]
    RestoreInprogress,
    /// `RUNNING`.
    #[word("RUNNING")]
    Running,
    /// `PAUSED`.
    #[word("PAUSED")]
    Paused,
    /// `PENDING`.
    #[word("PENDING")]
    Pending,
    /// `COMPLETED`.
    #[word("COMPLETED")]
    Completed,
    /// `ABORTED`.
    #[word("ABORTED")]
    Aborted,
    /// `FAILED`.
    #[word("FAILED")]
    Failed,
}

/// See [`Params`].
pub struct GetTransferSessionState;

impl Function for GetTransferSessionState {
    const NAME: &'static str = "get_transfer_session_state";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
