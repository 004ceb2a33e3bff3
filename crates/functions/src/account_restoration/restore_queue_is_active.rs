//! `restore_queue_is_active`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Say whether the restore queue is processing tasks now.
#[derive(Input)]
pub struct Params;

/// What `restore_queue_is_active` answers.
#[derive(Output)]
pub struct Reply {
    /// Whether it is active.
    pub is_active: Flag,
}

/// See [`Params`].
pub struct RestoreQueueIsActive;

impl Function for RestoreQueueIsActive {
    const NAME: &'static str = "restore_queue_is_active";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
