//! `AccountEnhancements::list`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// `AccountEnhancements::list`.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The ID.
    pub id: Vec<String>,
    /// The name.
    pub name: Vec<String>,
}

/// See [`Params`].
pub struct List;

impl Function for List {
    const NAME: &'static str = "list";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
