//! `restore_queue_list_completed`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Value, reply};

/// List the completed tasks of the restore queue, with their results.
#[derive(Input)]
pub struct Params;

/// What `restore_queue_list_completed` answers.
#[derive(Output)]
pub struct Reply {
    /// The restore job.
    pub restore_job: Vec<RestoreJobItem>,
}

/// One item of `restore_job`.
#[derive(Output)]
pub struct RestoreJobItem {
    /// The restore job.
    pub restore_job: RestoreJob,
    /// The status information.
    pub status_info: StatusInfo,
}

/// The restore job.
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
    #[param(absent)]
    pub destid: Option<String>,
    /// The give IP address flag: 0 or 1.
    pub give_ip: Flag,
    /// The mail configuration flag: 0 or 1.
    pub mail_config: Flag,
    /// The MySQL flag: 0 or 1.
    pub mysql: Flag,
    /// The subdomains flag: 0 or 1.
    pub subdomains: Flag,
}

/// The status information.
#[derive(Output)]
pub struct StatusInfo {
    /// The altered items.
    #[param(absent)]
    pub altered_items: Option<i64>,
    /// The dangerous items.
    #[param(absent)]
    pub dangerous_items: Option<i64>,
    /// The finished.
    pub finished: String,
    /// The log.
    pub log: String,
    /// The restore logfile.
    #[param(absent)]
    pub restore_logfile: Option<String>,
    /// The result.
    pub result: i64,
    /// The skipped items.
    #[param(absent)]
    pub skipped_items: Option<i64>,
    /// The started.
    pub started: String,
    /// The status.
    #[param(absent)]
    pub status: Option<i64>,
    /// The statusmsg.
    #[param(absent)]
    pub statusmsg: Option<String>,
    /// The transfer session ID.
    #[param(absent)]
    pub transfer_session_id: Option<String>,
    /// The warnings.
    #[param(absent)]
    pub warnings: Option<Value>,
}

/// See [`Params`].
pub struct RestoreQueueListCompleted;

impl Function for RestoreQueueListCompleted {
    const NAME: &'static str = "restore_queue_list_completed";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
