//! `convert_addon_list_conversions`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, UnixTime, Word, reply};

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
    /// End time, as a Unix time.
    pub end_time: UnixTime,
    /// The job ID.
    pub job_id: i64,
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
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
