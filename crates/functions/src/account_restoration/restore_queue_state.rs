//! `restore_queue_state`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Give the active, completed and pending restore tasks and whether work runs.
#[derive(Input)]
pub struct Params;

/// What `restore_queue_state` answers.
#[derive(Output)]
pub struct Reply {
    /// The active.
    pub active: Vec<Active>,
    /// The completed.
    pub completed: Vec<Completed>,
    /// Whether it is active.
    pub is_active: Flag,
    /// The pending.
    pub pending: Vec<Pending>,
}

/// One item of `active`.
#[derive(Output)]
pub struct Active {
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
    /// The give IP address flag: 0 or 1.
    pub give_ip: Flag,
    /// The mail configuration flag: 0 or 1.
    pub mail_config: Flag,
    /// The MySQL flag: 0 or 1.
    pub mysql: Flag,
    /// The subdomains flag: 0 or 1.
    pub subdomains: Flag,
}

/// One item of `completed`.
#[derive(Output)]
pub struct Completed {
    /// The options.
    pub options: Options,
    /// The restore point.
    pub restore_point: String,
    /// The user.
    pub user: String,
}

/// One item of `pending`.
#[derive(Output)]
pub struct Pending {
    /// The options.
    pub options: Options,
    /// The restore point.
    pub restore_point: String,
    /// The user.
    pub user: String,
}

/// See [`Params`].
pub struct RestoreQueueState;

impl Function for RestoreQueueState {
    const NAME: &'static str = "restore_queue_state";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
