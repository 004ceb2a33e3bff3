//! `ipv6_range_edit`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Change an IPv6 range's name or note.
#[derive(Input)]
pub struct Params {
    /// Present name; not SHARED.
    pub name: String,
    /// Kept when absent; not SHARED.
    pub new_name: Option<String>,
    /// The note: kept when absent.
    pub note: Option<String>,
}

/// See [`Params`].
pub struct Ipv6RangeEdit;

impl Function for Ipv6RangeEdit {
    const NAME: &'static str = "ipv6_range_edit";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
