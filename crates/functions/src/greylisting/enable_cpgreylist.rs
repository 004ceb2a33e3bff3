//! `enable_cpgreylist`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Turns Greylisting on.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct EnableCpgreylist;

impl Function for EnableCpgreylist {
    const NAME: &'static str = "enable_cpgreylist";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
