//! `WordPressSite::retrieve`

use std::collections::BTreeMap;

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Value, reply};

/// `WordPressSite::retrieve`.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The details.
    pub details: BTreeMap<String, Value>,
    /// The install status.
    pub install_status: String,
}

/// See [`Params`].
pub struct Retrieve;

impl Function for Retrieve {
    const NAME: &'static str = "retrieve";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
