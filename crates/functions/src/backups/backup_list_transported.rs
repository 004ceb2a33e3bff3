//! `backup_list_transported`

use std::collections::BTreeMap;

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// List backups that were sent to additional destinations.
#[derive(Input)]
pub struct Params {
    /// Destination ID; absent: all.
    pub transport: Option<String>,
}

/// What `backup_list_transported` answers.
#[derive(Output)]
pub struct Reply {
    /// The remote backups.
    pub remote_backups: BTreeMap<String, BTreeMap<String, Vec<String>>>,
}

/// See [`Params`].
pub struct BackupListTransported;

impl Function for BackupListTransported {
    const NAME: &'static str = "backup_list_transported";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
