//! `Bandwidth::query`

use std::collections::BTreeMap;

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result, Value, Word, reply};

/// `Bandwidth::query`.
#[derive(Input)]
pub struct Params {
    /// The grouping.
    pub grouping: String,
    /// The domains.
    pub domains: Option<DomainName>,
    /// The end.
    pub end: Option<i64>,
    /// The interval.
    #[param(default = Interval::Daily)]
    pub interval: Interval,
    /// The protocols.
    pub protocols: Option<String>,
    /// The start.
    pub start: Option<i64>,
    /// The timezone.
    pub timezone: Option<String>,
}

/// What `interval` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Interval {
    /// `daily`.
    #[word("daily")]
    Daily,
    /// `hourly`.
    #[word("hourly")]
    Hourly,
    /// `5min`.
    #[word("5min")]
    Number5min,
}

/// See [`Params`].
pub struct Query;

impl Function for Query {
    const NAME: &'static str = "query";
    const NEEDS: Needs = Needs::Features(&["bandwidth"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = BTreeMap<String, BTreeMap<String, BTreeMap<String, BTreeMap<String, Value>>>>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
