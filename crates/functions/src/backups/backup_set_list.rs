//! `backup_set_list`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// List the local backups of the accounts.
#[derive(Input)]
pub struct Params;

/// What `backup_set_list` answers.
#[derive(Output)]
pub struct Reply {
    /// The backup set.
    pub backup_set: Vec<BackupSet>,
}

/// One item of `backup_set`.
#[derive(Output)]
pub struct BackupSet {
    /// The backup date.
    pub backup_date: Vec<String>,
    /// The user.
    pub user: String,
}

/// See [`Params`].
pub struct BackupSetList;

impl Function for BackupSetList {
    const NAME: &'static str = "backup_set_list";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
