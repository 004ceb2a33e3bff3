//! `disable_cpgreylist`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Turns Greylisting off.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct DisableCpgreylist;

impl Function for DisableCpgreylist {
    const NAME: &'static str = "disable_cpgreylist";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
