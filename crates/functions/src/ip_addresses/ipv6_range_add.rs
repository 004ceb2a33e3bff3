//! `ipv6_range_add`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result, reply};

/// Add an IPv6 address range.
#[derive(Input)]
pub struct Params {
    /// The name: not SHARED.
    pub name: String,
    /// The range: CIDR, e.g. `2001:db8:66ac:cafe::/64`.
    pub range: String,
    /// 1: available, 0: reserved.
    #[param(default = 1)]
    pub enabled: Flag,
    /// The note.
    pub note: Option<String>,
}

/// See [`Params`].
pub struct Ipv6RangeAdd;

impl Function for Ipv6RangeAdd {
    const NAME: &'static str = "ipv6_range_add";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
