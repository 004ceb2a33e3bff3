//! `restore_queue_clear_pending_task`

use api::{Cx, Effect, Function, Input, Needs, Result, UserName, reply};

/// Remove one pending task from the restore queue.
#[derive(Input)]
pub struct Params {
    /// The user.
    pub user: UserName,
}

/// See [`Params`].
pub struct RestoreQueueClearPendingTask;

impl Function for RestoreQueueClearPendingTask {
    const NAME: &'static str = "restore_queue_clear_pending_task";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
