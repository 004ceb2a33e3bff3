//! `Email::fetch_charmaps`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Lists the character encodings on offer.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The map.
    pub map: String,
}

/// See [`Params`].
pub struct FetchCharmaps;

impl Function for FetchCharmaps {
    const NAME: &'static str = "fetch_charmaps";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
