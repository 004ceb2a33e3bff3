//! `ipv6_range_usage`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Count used, free and reserved addresses of an IPv6 range.
#[derive(Input)]
pub struct Params {
    /// The name.
    pub name: String,
}

/// What `ipv6_range_usage` answers.
#[derive(Output)]
pub struct Reply {
    /// The usage.
    pub usage: Usage,
}

/// The usage.
#[derive(Output)]
pub struct Usage {
    /// The forbidden.
    pub forbidden: i64,
    /// The free.
    pub free: i64,
    /// The used.
    pub used: i64,
}

/// See [`Params`].
pub struct Ipv6RangeUsage;

impl Function for Ipv6RangeUsage {
    const NAME: &'static str = "ipv6_range_usage";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
