//! `backup_data_list`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// List the dates that have backups.
#[derive(Input)]
pub struct Params;

/// What `backup_data_list` answers.
#[derive(Output)]
pub struct Reply {
    /// The backup set.
    pub backup_set: Vec<String>,
}

/// See [`Params`].
pub struct BackupDataList;

impl Function for BackupDataList {
    const NAME: &'static str = "backup_data_list";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
