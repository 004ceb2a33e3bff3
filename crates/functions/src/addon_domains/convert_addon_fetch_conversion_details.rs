//! `convert_addon_fetch_conversion_details`

use api::{
    Cx, Effect, Function, Input, Needs, Output, Result, UnixTime, Word,
    records::{ConversionState, ConversionStep, StepState},
};

use super::times;
use crate::domain::conversions;

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
    /// Job end time, as a Unix time; 0 where it has not ended.
    pub job_end_time: UnixTime,
    /// The job ID.
    pub job_id: u64,
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
    /// End time, as a Unix time; 0 where it has not ended.
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
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let job = conversions::find(&*tx, "job_id", params.job_id)?;
        let steps = conversions::steps(&*tx, job.id)?;
        let (job_start_time, job_end_time) = times(job.started, job.ended);
        Ok(Reply {
            domain: job.domain.to_string(),
            job_end_time,
            job_id: job.id,
            job_start_time,
            job_status: JobStatus::of(job.state),
            source_acct: job.source.to_string(),
            steps: steps.into_iter().map(Step::of).collect(),
            target_acct: job.target.to_string(),
        })
    }
}

impl JobStatus {
    fn of(state: ConversionState) -> Self {
        match state {
            ConversionState::Queued => Self::Queued,
            ConversionState::Running => Self::Inprogress,
            ConversionState::Failed => Self::Failed,
            ConversionState::Done => Self::Done,
        }
    }
}

impl Step {
    fn of(step: ConversionStep) -> Self {
        let (start_time, end_time) = times(step.started, step.ended);
        let status = match step.state {
            StepState::Running => Status::InProgress,
            StepState::Failed => Status::Failed,
            StepState::Done => Status::Done,
        };
        Self { end_time, start_time, status, step_name: step.name, warnings: step.warnings }
    }
}

#[cfg(test)]
mod tests {
    use api::records::AccountRecord;

    use crate::domain::conversions::{self, tests::world};

    #[test]
    fn a_failed_step_says_why() {
        let world = world();
        let form = [("domain", "shop.example"), ("username", "shop")];
        world.call("root", "convert_addon_initiate_conversion", &form).unwrap();
        let world = world.account("shop", "root");
        conversions::run_next(&world.host).unwrap();
        let form = [("job_id", "1")];
        let details = world.data("root", "convert_addon_fetch_conversion_details", &form);
        assert_eq!(details["job_status"], "FAILED");
        assert_eq!(details["steps"][0]["status"], "FAILED");
        assert!(details["steps"][0]["warnings"].as_str().unwrap().starts_with("username: "));
        let account: AccountRecord = world.record("shop");
        assert_eq!(account.domain.as_str(), "shop.test");
    }
}
