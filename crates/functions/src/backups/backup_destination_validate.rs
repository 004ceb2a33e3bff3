//! `backup_destination_validate`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Test a backup destination.
#[derive(Input)]
pub struct Params {
    /// 1: disable the destination when the test fails.
    pub disableonfail: Flag,
    /// The ID.
    pub id: String,
}

/// What `backup_destination_validate` answers.
#[derive(Output)]
pub struct Reply {
    /// The ID.
    pub id: String,
}

/// See [`Params`].
pub struct BackupDestinationValidate;

impl Function for BackupDestinationValidate {
    const NAME: &'static str = "backup_destination_validate";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
