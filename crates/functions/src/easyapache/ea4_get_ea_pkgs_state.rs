//! `ea4_get_ea_pkgs_state`

use std::collections::BTreeMap;

use api::{Cx, Effect, Function, Input, Needs, Result, Value, reply};

/// Report the state of the `EasyApache` 4 packages (guess from the name).
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct Ea4GetEaPkgsState;

impl Function for Ea4GetEaPkgsState {
    const NAME: &'static str = "ea4_get_ea_pkgs_state";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = BTreeMap<String, Value>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
