//! `ea4_list_profiles`

use std::collections::BTreeMap;

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// List all `EasyApache` 4 profiles with their packages.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The active flag: 0 or 1.
    #[param(absent)]
    pub active: Option<Flag>,
    /// The description.
    pub desc: String,
    /// The name.
    pub name: String,
    /// The path.
    #[param(absent)]
    pub path: Option<String>,
    /// The packages.
    pub pkgs: Vec<String>,
    /// The tags.
    pub tags: Vec<String>,
    /// The validation data.
    pub validation_data: ValidationData,
    /// The version.
    pub version: String,
}

/// The validation data.
#[derive(Output)]
pub struct ValidationData {
    /// The not on server.
    pub not_on_server: Vec<String>,
}

/// See [`Params`].
pub struct Ea4ListProfiles;

impl Function for Ea4ListProfiles {
    const NAME: &'static str = "ea4_list_profiles";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = BTreeMap<String, Vec<Item>>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
