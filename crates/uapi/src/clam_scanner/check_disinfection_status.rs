//! `ClamScanner::check_disinfection_status`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// `ClamScanner::check_disinfection_status`.
#[derive(Input)]
pub struct Params {
    /// The last ID.
    pub last_id: Option<i64>,
}

/// What `check_disinfection_status` answers.
#[derive(Output)]
pub struct Reply {
    /// The details.
    pub details: Vec<Detail>,
    /// The log.
    pub log: String,
    /// The status.
    pub status: Status,
}

/// One item of `details`.
#[derive(Output)]
pub struct Detail {
    /// The file.
    #[param(absent)]
    pub file: Option<String>,
    /// The ID.
    #[param(absent)]
    pub id: Option<f64>,
    /// The message.
    #[param(absent)]
    pub message: Option<String>,
    /// The state.
    pub state: State,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
}

/// What `state` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum State {
    /// `deleted`.
    #[word("deleted")]
    Deleted,
    /// `error`.
    #[word("error")]
    Error,
    /// `mailbox-cleansed`.
    #[word("mailbox-cleansed")]
    MailboxCleansed,
    /// `no-action`.
    #[word("no-action")]
    NoAction,
    /// `quarantined`.
    #[word("quarantined")]
    Quarantined,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `step`.
    #[word("step")]
    Step,
}

/// What `status` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Status {
    /// `done`.
    #[word("done")]
    Done,
    /// `queued`.
    #[word("queued")]
    Queued,
    /// `running`.
    #[word("running")]
    Running,
}

/// See [`Params`].
pub struct CheckDisinfectionStatus;

impl Function for CheckDisinfectionStatus {
    const NAME: &'static str = "check_disinfection_status";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
