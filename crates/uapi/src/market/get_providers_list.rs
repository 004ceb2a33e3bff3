//! `Market::get_providers_list`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// `Market::get_providers_list`.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The display name.
    pub display_name: String,
    /// The name.
    pub name: String,
}

/// See [`Params`].
pub struct GetProvidersList;

impl Function for GetProvidersList {
    const NAME: &'static str = "get_providers_list";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
