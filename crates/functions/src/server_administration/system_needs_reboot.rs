//! `system_needs_reboot`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Tell whether the system needs a reboot, and why.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct SystemNeedsReboot;

impl Function for SystemNeedsReboot {
    const NAME: &'static str = "system_needs_reboot";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
