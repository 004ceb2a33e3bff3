//! `get_autossl_log`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// Returns the entries of one AutoSSL run log.
#[derive(Input)]
pub struct Params {
    /// ISO 8601 time from `get_autossl_logs_catalog`, e.g. 2016-06-09T14:25:37.000Z; the
    /// reference's call sample leaves out the milliseconds.
    pub start_time: String,
}

/// What `get_autossl_log` answers.
#[derive(Output)]
pub struct Reply {
    /// The payload.
    pub payload: Vec<Payload>,
}

/// One item of `payload`.
#[derive(Output)]
pub struct Payload {
    /// The contents.
    pub contents: String,
    /// The indent.
    pub indent: i64,
    /// The partial flag: 0 or 1.
    pub partial: Flag,
    /// The process ID.
    pub pid: i64,
    /// The timestamp.
    pub timestamp: String,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `out`.
    #[word("out")]
    Out,
    /// `warn`.
    #[word("warn")]
    Warn,
    /// `success`.
    #[word("success")]
    Success,
    /// `failure`.
    #[word("failure")]
    Failure,
}

/// See [`Params`].
pub struct GetAutosslLog;

impl Function for GetAutosslLog {
    const NAME: &'static str = "get_autossl_log";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
