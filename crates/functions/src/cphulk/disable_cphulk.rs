//! `disable_cphulk`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Turns cPHulk off.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct DisableCphulk;

impl Function for DisableCphulk {
    const NAME: &'static str = "disable_cphulk";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
