//! `get_available_tiers`

use std::collections::BTreeMap;

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Lists the newest release of each version and of each tier.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct GetAvailableTiers;

impl Function for GetAvailableTiers {
    const NAME: &'static str = "get_available_tiers";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = BTreeMap<String, String>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
