//! `get_users_with_backup_metadata`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// List users that have backup metadata.
#[derive(Input)]
pub struct Params;

/// What `get_users_with_backup_metadata` answers.
#[derive(Output)]
pub struct Reply {
    /// The accounts.
    pub accounts: Vec<String>,
}

/// See [`Params`].
pub struct GetUsersWithBackupMetadata;

impl Function for GetUsersWithBackupMetadata {
    const NAME: &'static str = "get_users_with_backup_metadata";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
