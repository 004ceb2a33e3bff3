//! `convert_addon_get_conversion_status`

use std::collections::BTreeMap;

use api::{
    Cx, Effect, Error, Function, Input, Needs, Output, Result, UnixTime, Word,
    records::{Conversion, ConversionState},
};

use super::times;
use crate::domain::conversions;

/// Give the status of the named conversion jobs.
#[derive(Input)]
pub struct Params {
    /// The job ID: at least 1. One or several.
    #[param(family)]
    pub job_id: Vec<i64>,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// Job end time, as a Unix time; 0 where it has not ended.
    pub job_end_time: UnixTime,
    /// The job ID.
    pub job_id: String,
    /// The job status.
    pub job_status: JobStatus,
    /// The source account.
    pub source_acct: String,
}

/// What `job_status` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum JobStatus {
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
pub struct ConvertAddonGetConversionStatus;

impl Function for ConvertAddonGetConversionStatus {
    const NAME: &'static str = "convert_addon_get_conversion_status";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = BTreeMap<String, Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        if params.job_id.is_empty() {
            return Err(Error::param("job_id", "is required"));
        }
        let tx = cx.host.store.read()?;
        let jobs = params.job_id.iter().map(|id| conversions::find(&*tx, "job_id", *id));
        jobs.map(|job| job.map(|job| (job.id.to_string(), Item::of(job)))).collect()
    }
}

impl Item {
    fn of(job: Conversion) -> Self {
        let job_status = match job.state {
            ConversionState::Queued | ConversionState::Running => JobStatus::InProgress,
            ConversionState::Failed => JobStatus::Failed,
            ConversionState::Done => JobStatus::Done,
        };
        Self {
            job_end_time: times(job.started, job.ended).1,
            job_id: job.id.to_string(),
            job_status,
            source_acct: job.source.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    #[test]
    fn an_unknown_job_and_none_are_refused() {
        let world = World::new();
        let refusal = |form: &[(&str, &str)]| {
            world.refusal("root", "convert_addon_get_conversion_status", form)
        };
        assert_eq!(refusal(&[]), "job_id: is required");
        assert_eq!(refusal(&[("job_id-0", "7")]), "job_id: there is no conversion 7.");
        assert_eq!(refusal(&[("job_id", "0")]), "job_id: must be at least 1.");
    }
}
