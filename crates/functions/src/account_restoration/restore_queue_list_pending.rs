//! `restore_queue_list_pending`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// List the tasks that the restore queue has not yet started.
#[derive(Input)]
pub struct Params;

/// What `restore_queue_list_pending` answers.
#[derive(Output)]
pub struct Reply {
    /// The restore job.
    pub restore_job: Vec<RestoreJob>,
}

/// One item of `restore_job`.
#[derive(Output)]
pub struct RestoreJob {
    /// The options.
    pub options: Options,
    /// The restore point.
    pub restore_point: String,
    /// The user.
    pub user: String,
}

/// The options.
#[derive(Output)]
pub struct Options {
    /// The destid.
    pub destid: String,
    /// The give IP address flag: 0 or 1.
    pub give_ip: Flag,
    /// The mail configuration flag: 0 or 1.
    pub mail_config: Flag,
    /// The MySQL flag: 0 or 1.
    pub mysql: Flag,
    /// The subdomains flag: 0 or 1.
    pub subdomains: Flag,
}

/// See [`Params`].
pub struct RestoreQueueListPending;

impl Function for RestoreQueueListPending {
    const NAME: &'static str = "restore_queue_list_pending";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
