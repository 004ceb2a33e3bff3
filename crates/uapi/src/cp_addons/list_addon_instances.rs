//! `cPAddons::list_addon_instances`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// `cPAddons::list_addon_instances`.
#[derive(Input)]
pub struct Params {
    /// The addon.
    pub addon: Option<String>,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The addon.
    pub addon: String,
    /// The domain.
    pub domain: String,
    /// The installdir.
    pub installdir: String,
    /// The instance.
    pub instance: String,
    /// The unique ID.
    pub unique_id: String,
}

/// See [`Params`].
pub struct ListAddonInstances;

impl Function for ListAddonInstances {
    const NAME: &'static str = "list_addon_instances";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
