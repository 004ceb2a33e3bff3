//! `restore_queue_clear_completed_task`

use api::{Cx, Effect, Function, Input, Needs, Result, UnixTime, UserName, reply};

/// Remove one completed task from the restore queue.
#[derive(Input)]
pub struct Params {
    /// When the queue started that restoration (`status_info.started` of
    /// `restore_queue_list_completed`).
    pub start_time: UnixTime,
    /// The user.
    pub user: UserName,
}

/// See [`Params`].
pub struct RestoreQueueClearCompletedTask;

impl Function for RestoreQueueClearCompletedTask {
    const NAME: &'static str = "restore_queue_clear_completed_task";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
