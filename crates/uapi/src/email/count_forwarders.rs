//! `Email::count_forwarders`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Counts the forwarders of the account.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct CountForwarders;

impl Function for CountForwarders {
    const NAME: &'static str = "count_forwarders";
    const NEEDS: Needs = Needs::Features(&["forwarders"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = i64;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
