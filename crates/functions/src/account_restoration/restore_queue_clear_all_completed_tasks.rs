//! `restore_queue_clear_all_completed_tasks`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Remove every successfully completed task from the restore queue.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct RestoreQueueClearAllCompletedTasks;

impl Function for RestoreQueueClearAllCompletedTasks {
    const NAME: &'static str = "restore_queue_clear_all_completed_tasks";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
