//! `Features::list_features`

use std::collections::BTreeMap;

use api::{Cx, Effect, Flag, Function, Input, Needs, Result, reply};

/// List all features of the account with on or off.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct ListFeatures;

impl Function for ListFeatures {
    const NAME: &'static str = "list_features";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = BTreeMap<String, Flag>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
