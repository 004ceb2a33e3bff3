//! `cPAddons::get_available_addons`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// `cPAddons::get_available_addons`.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The description.
    pub description: String,
    /// The module.
    pub module: String,
}

/// See [`Params`].
pub struct GetAvailableAddons;

impl Function for GetAvailableAddons {
    const NAME: &'static str = "get_available_addons";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
