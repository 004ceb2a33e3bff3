//! `Email::count_lists`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Counts the mailing lists of the account.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct CountLists;

impl Function for CountLists {
    const NAME: &'static str = "count_lists";
    const NEEDS: Needs = Needs::Features(&["lists"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = i64;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
