//! `convert_addon_fetch_conversion_details`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, UnixTime, Word, reply};

/// Give the details and steps of one addon-domain conversion job.
#[derive(Input)]
pub struct Params {
    /// The job ID: at least 1.
    pub job_id: i64,
}

/// What `convert_addon_fetch_conversion_details` answers.
#[derive(Output)]
pub struct Reply {
    /// The domain.
    pub domain: String,
    /// Job end time, as a Unix time.
    pub job_end_time: UnixTime,
    /// The job ID.
    pub job_id: i64,
    /// Job start time, as a Unix time.
    pub job_start_time: UnixTime,
    /// The job status.
    pub job_status: JobStatus,
    /// The source account.
    pub source_acct: String,
    /// The steps.
    pub steps: Vec<Step>,
    /// The target account.
    pub target_acct: String,
}

/// What `job_status` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum JobStatus {
    /// `INPROGRESS`.
    #[word("INPROGRESS")]
    Inprogress,
    /// `QUEUED`.
    #[word("QUEUED")]
    Queued,
    /// `SKIPPED`.
    #[word("SKIPPED")]
    Skipped,
    /// `FAILED`.
    #[word("FAILED")]
    Failed,
    /// `DONE`.
    #[word("DONE")]
    Done,
}

/// One item of `steps`.
#[derive(Output)]
pub struct Step {
    /// End time, as a Unix time.
    pub end_time: UnixTime,
    /// Start time, as a Unix time.
    pub start_time: UnixTime,
    /// The status.
    pub status: Status,
    /// The step name.
    pub step_name: String,
    /// The warnings.
    pub warnings: String,
}

/// What `status` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Status {
    /// `DONE`.
    #[word("DONE")]
    Done,
    /// `IN PROGRESS`.
    #[word("IN PROGRESS")]
    InProgress,
    /// `FAILED`.
    #[word("FAILED")]
    Failed,
}

/// See [`Params`].
pub struct ConvertAddonFetchConversionDetails;

impl Function for ConvertAddonFetchConversionDetails {
    const NAME: &'static str = "convert_addon_fetch_conversion_details";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
