//! `Bandwidth::get_retention_periods`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, UnixTime, Word, reply};

/// `Bandwidth::get_retention_periods`.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The interval.
    pub interval: Interval,
    /// Retention, as a Unix time.
    pub retention: UnixTime,
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
pub struct GetRetentionPeriods;

impl Function for GetRetentionPeriods {
    const NAME: &'static str = "get_retention_periods";
    const NEEDS: Needs = Needs::Features(&["bandwidth"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
