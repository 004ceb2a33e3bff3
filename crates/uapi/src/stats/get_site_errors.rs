//! `Stats::get_site_errors`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Output, Result, UnixTime, Word, reply};

/// `Stats::get_site_errors`.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// The log.
    pub log: Option<Log>,
    /// The maxlines.
    #[param(default = 300)]
    pub maxlines: i64,
}

/// What `log` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Log {
    /// `error`.
    #[word("error")]
    Error,
    /// `suexec`.
    #[word("suexec")]
    Suexec,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// Date, as a Unix time.
    pub date: UnixTime,
    /// The entry.
    pub entry: String,
}

/// See [`Params`].
pub struct GetSiteErrors;

impl Function for GetSiteErrors {
    const NAME: &'static str = "get_site_errors";
    const NEEDS: Needs = Needs::Features(&["errlog"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
