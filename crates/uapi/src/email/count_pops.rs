//! `Email::count_pops`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Counts the mailboxes of the account.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct CountPops;

impl Function for CountPops {
    const NAME: &'static str = "count_pops";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = i64;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
