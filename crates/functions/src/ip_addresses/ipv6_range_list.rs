//! `ipv6_range_list`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// List the IPv6 address ranges.
#[derive(Input)]
pub struct Params;

/// What `ipv6_range_list` answers.
#[derive(Output)]
pub struct Reply {
    /// The range.
    pub range: Vec<Range>,
}

/// One item of `range`.
#[derive(Output)]
pub struct Range {
    /// The cidr.
    #[param(name = "CIDR")]
    pub cidr: String,
    /// The enabled flag: 0 or 1.
    pub enabled: Flag,
    /// The first.
    pub first: String,
    /// The last.
    pub last: String,
    /// The mostrecent.
    pub mostrecent: String,
    /// The name.
    pub name: String,
    /// The note.
    pub note: String,
    /// The owner.
    pub owner: String,
    /// The range users.
    pub range_users: Vec<String>,
    /// The reclaimed.
    pub reclaimed: Vec<String>,
}

/// See [`Params`].
pub struct Ipv6RangeList;

impl Function for Ipv6RangeList {
    const NAME: &'static str = "ipv6_range_list";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
