//! `remote_mysql_monitor_profile_activation`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, UnixTime, Word, reply};

/// Report running and last finished profile activation jobs.
#[derive(Input)]
pub struct Params;

/// What `remote_mysql_monitor_profile_activation` answers.
#[derive(Output)]
pub struct Reply {
    /// The job in progress.
    #[param(absent)]
    pub job_in_progress: Option<JobInProgress>,
    /// The last job details.
    #[param(absent)]
    pub last_job_details: Option<LastJobDetails>,
}

/// The job in progress.
#[derive(Output)]
pub struct JobInProgress {
    /// The profile name.
    pub profile_name: String,
    /// Start time, as a Unix time.
    pub start_time: UnixTime,
    /// The status.
    pub status: Status,
    /// The steps.
    pub steps: Vec<Step>,
}

/// What `status` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Status {
    /// `DONE`.
    #[word("DONE")]
    Done,
    /// `INPROGRESS`.
    #[word("INPROGRESS")]
    Inprogress,
    /// `FAILED`.
    #[word("FAILED")]
    Failed,
}

/// One item of `steps`.
#[derive(Output)]
pub struct Step {
    /// End time, as a Unix time.
    #[param(absent)]
    pub end_time: Option<UnixTime>,
    /// The name.
    pub name: String,
    /// Start time, as a Unix time.
    pub start_time: UnixTime,
    /// The status.
    pub status: Status,
}

/// The last job details.
#[derive(Output)]
pub struct LastJobDetails {
    /// End time, as a Unix time.
    pub end_time: UnixTime,
    /// The profile name.
    pub profile_name: String,
    /// Start time, as a Unix time.
    pub start_time: UnixTime,
    /// The status.
    pub status: Status,
    /// The steps.
    pub steps: Vec<StepItem>,
}

/// One item of `steps`.
#[derive(Output)]
pub struct StepItem {
    /// End time, as a Unix time.
    pub end_time: UnixTime,
    /// The name.
    pub name: String,
    /// Start time, as a Unix time.
    pub start_time: UnixTime,
    /// The status.
    pub status: Status,
}

/// See [`Params`].
pub struct RemoteMysqlMonitorProfileActivation;

impl Function for RemoteMysqlMonitorProfileActivation {
    const NAME: &'static str = "remote_mysql_monitor_profile_activation";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
