//! `restore_queue_clear_all_pending_tasks`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Remove every pending task from the restore queue.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct RestoreQueueClearAllPendingTasks;

impl Function for RestoreQueueClearAllPendingTasks {
    const NAME: &'static str = "restore_queue_clear_all_pending_tasks";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
