//! `backup_skip_users_all_status`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Give the progress of `backup_skip_users_all`.
#[derive(Input)]
pub struct Params;

/// What `backup_skip_users_all_status` answers.
#[derive(Output)]
pub struct Reply {
    /// The reason.
    pub reason: Reason,
}

/// The reason.
#[derive(Output)]
pub struct Reason {
    /// The message.
    pub msg: String,
    /// The perc.
    pub perc: i64,
    /// The running flag: 0 or 1.
    pub running: Flag,
}

/// See [`Params`].
pub struct BackupSkipUsersAllStatus;

impl Function for BackupSkipUsersAllStatus {
    const NAME: &'static str = "backup_skip_users_all_status";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
