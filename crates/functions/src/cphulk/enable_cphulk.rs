//! `enable_cphulk`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Turns cPHulk on.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct EnableCphulk;

impl Function for EnableCphulk {
    const NAME: &'static str = "enable_cphulk";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
