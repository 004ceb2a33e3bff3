//! `convert_addon_get_conversion_status`

use std::collections::BTreeMap;

use api::{Cx, Effect, Function, Input, Needs, Output, Result, UnixTime, Word, reply};

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
    /// Job end time, as a Unix time.
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
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = BTreeMap<String, Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
