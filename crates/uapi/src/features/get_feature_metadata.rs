//! `Features::get_feature_metadata`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// List all features with their display names.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The ID.
    pub id: String,
    /// The name.
    pub name: String,
    /// Whether it is plugin.
    pub is_plugin: Flag,
}

/// See [`Params`].
pub struct GetFeatureMetadata;

impl Function for GetFeatureMetadata {
    const NAME: &'static str = "get_feature_metadata";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
