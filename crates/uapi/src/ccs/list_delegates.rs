//! `CCS::list_delegates`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// `CCS::list_delegates`.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The delegatee.
    pub delegatee: String,
    /// The delegator.
    pub delegator: String,
    /// The read only flag: 0 or 1.
    pub read_only: Flag,
}

/// See [`Params`].
pub struct ListDelegates;

impl Function for ListDelegates {
    const NAME: &'static str = "list_delegates";
    const NEEDS: Needs = Needs::Features(&["caldavcarddav"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
