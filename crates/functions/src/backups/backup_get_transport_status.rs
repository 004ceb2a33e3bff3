//! `backup_get_transport_status`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// Give the status of backup transports.
#[derive(Input)]
pub struct Params {
    /// The state: absent: all.
    pub state: Option<State>,
    /// The transport ID: absent: all.
    pub transport_id: Option<String>,
    /// Named only in the text as the other choice to `transport_id`.
    pub transport_name: Option<String>,
}

/// What `state` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum State {
    /// `completed`.
    #[word("completed")]
    Completed,
    /// `failed`.
    #[word("failed")]
    Failed,
    /// `pending`.
    #[word("pending")]
    Pending,
    /// `running`.
    #[word("running")]
    Running,
}

/// What `backup_get_transport_status` answers.
#[derive(Output)]
pub struct Reply {
    /// The pages.
    pub pages: i64,
    /// The transport status.
    pub transport_status: Vec<TransportStatus>,
}

/// One item of `transport_status`.
#[derive(Output)]
pub struct TransportStatus {
    /// The date.
    pub date: String,
    /// The end timestamp.
    pub end_timestamp: String,
    /// The start timestamp.
    pub start_timestamp: String,
    /// The status.
    pub status: Status,
    /// The transport.
    pub transport: String,
    /// The user.
    pub user: String,
}

/// What `status` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Status {
    /// `completed`.
    #[word("completed")]
    Completed,
    /// `failed`.
    #[word("failed")]
    Failed,
    /// `pending`.
    #[word("pending")]
    Pending,
    /// `running`.
    #[word("running")]
    Running,
}

/// See [`Params`].
pub struct BackupGetTransportStatus;

impl Function for BackupGetTransportStatus {
    const NAME: &'static str = "backup_get_transport_status";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
