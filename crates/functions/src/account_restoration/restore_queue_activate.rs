//! `restore_queue_activate`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Start processing the restore queue.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct RestoreQueueActivate;

impl Function for RestoreQueueActivate {
    const NAME: &'static str = "restore_queue_activate";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
