//! `Email::count_auto_responders`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Counts the autoresponders of the account.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct CountAutoResponders;

impl Function for CountAutoResponders {
    const NAME: &'static str = "count_auto_responders";
    const NEEDS: Needs = Needs::Features(&["autoresponders"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = i64;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
