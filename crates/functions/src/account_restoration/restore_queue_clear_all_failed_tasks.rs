//! `restore_queue_clear_all_failed_tasks`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Remove every failed task from the restore queue.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct RestoreQueueClearAllFailedTasks;

impl Function for RestoreQueueClearAllFailedTasks {
    const NAME: &'static str = "restore_queue_clear_all_failed_tasks";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
