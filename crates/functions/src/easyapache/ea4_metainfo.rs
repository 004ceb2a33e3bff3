//! `ea4_metainfo`

use std::collections::BTreeMap;

use api::{Cx, Effect, Function, Input, Needs, Result, Value, reply};

/// Return the contents of ea4-metainfo.json.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct Ea4Metainfo;

impl Function for Ea4Metainfo {
    const NAME: &'static str = "ea4_metainfo";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = BTreeMap<String, Value>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
