//! `restore_queue_add_task`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, UserName, reply};

/// Queue the restoration of one account from a backup.
#[derive(Input)]
pub struct Params {
    /// Backup date, YYYY-MM-DD; the example is a full ISO 8601 timestamp
    /// (2019-10-21T00:00:00.000Z).
    pub restore_point: String,
    /// The user.
    pub user: UserName,
    /// Local, or a backup destination ID.
    #[param(default = "local")]
    pub destid: String,
    /// 1: assign a dedicated IP address.
    #[param(default = 0)]
    pub give_ip: Flag,
    /// 1: restore the mail configuration.
    #[param(default = 0)]
    pub mail_config: Flag,
    /// 1: restore MySQL databases.
    #[param(default = 0)]
    pub mysql: Flag,
    /// 1: restore subdomains.
    #[param(default = 0)]
    pub subdomains: Flag,
}

/// What `restore_queue_add_task` answers.
#[derive(Output)]
pub struct Reply {
    /// The queue ID.
    pub queue_id: String,
}

/// See [`Params`].
pub struct RestoreQueueAddTask;

impl Function for RestoreQueueAddTask {
    const NAME: &'static str = "restore_queue_add_task";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
