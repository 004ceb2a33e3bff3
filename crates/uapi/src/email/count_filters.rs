//! `Email::count_filters`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Counts the mail filters of the account.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct CountFilters;

impl Function for CountFilters {
    const NAME: &'static str = "count_filters";
    const NEEDS: Needs = Needs::Features(&["emailfilter"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = i64;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
