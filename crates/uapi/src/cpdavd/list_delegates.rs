//! `CPDAVD::list_delegates`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// `CPDAVD::list_delegates`.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The calendar.
    pub calendar: String,
    /// The calname.
    pub calname: String,
    /// The delegatee.
    pub delegatee: String,
    /// The delegator.
    pub delegator: String,
    /// The readonly flag: 0 or 1.
    pub readonly: Flag,
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
