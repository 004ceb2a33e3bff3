//! `WordPressSite::create`

use api::{Cx, Effect, Function, Input, Needs, Result, Value, reply};

/// `WordPressSite::create`.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct Create;

impl Function for Create {
    const NAME: &'static str = "create";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Value;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
