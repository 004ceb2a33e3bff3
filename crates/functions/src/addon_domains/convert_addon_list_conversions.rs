//! `convert_addon_list_conversions`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, UnixTime, Word, records};

use api::records::ConversionState;

use super::times;
use crate::domain::conversions;

/// List all addon-domain conversion jobs.
#[derive(Input)]
pub struct Params;

/// What `convert_addon_list_conversions` answers.
#[derive(Output)]
pub struct Reply {
    /// The conversions.
    pub conversions: Vec<Conversion>,
}

/// One item of `conversions`.
#[derive(Output)]
pub struct Conversion {
    /// The domain.
    pub domain: String,
    /// End time, as a Unix time; 0 where it has not ended.
    pub end_time: UnixTime,
    /// The job ID.
    pub job_id: u64,
    /// The source account.
    pub source_acct: String,
    /// Start time, as a Unix time.
    pub start_time: UnixTime,
    /// The status.
    pub status: Status,
    /// The target account.
    pub target_acct: String,
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
pub struct ConvertAddonListConversions;

impl Function for ConvertAddonListConversions {
    const NAME: &'static str = "convert_addon_list_conversions";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        let jobs = conversions::all(&*cx.host.store.read()?)?;
        Ok(Reply { conversions: jobs.into_iter().map(Conversion::of).collect() })
    }
}

impl Conversion {
    fn of(job: records::Conversion) -> Self {
        let (start_time, end_time) = times(job.started, job.ended);
        Self {
            domain: job.domain.to_string(),
            end_time,
            job_id: job.id,
            source_acct: job.source.to_string(),
            start_time,
            status: Status::of(job.state),
            target_acct: job.target.to_string(),
        }
    }
}

impl Status {
    fn of(state: ConversionState) -> Self {
        match state {
            ConversionState::Queued | ConversionState::Running => Self::InProgress,
            ConversionState::Failed => Self::Failed,
            ConversionState::Done => Self::Done,
        }
    }
}
