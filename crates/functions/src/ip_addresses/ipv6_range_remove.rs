//! `ipv6_range_remove`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Remove an IPv6 address range.
#[derive(Input)]
pub struct Params {
    /// The name.
    pub name: String,
}

/// See [`Params`].
pub struct Ipv6RangeRemove;

impl Function for Ipv6RangeRemove {
    const NAME: &'static str = "ipv6_range_remove";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
