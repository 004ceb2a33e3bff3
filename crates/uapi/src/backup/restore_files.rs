//! `Backup::restore_files`

use api::{Cx, Effect, FilePath, Flag, Function, Input, Needs, Output, Result, reply};

/// `Backup::restore_files`.
#[derive(Input)]
pub struct Params {
    /// The backup.
    pub backup: Option<String>,
    /// The directory.
    pub directory: Option<FilePath>,
    /// The timeout.
    #[param(default = 172_800)]
    pub timeout: i64,
    /// The verbose flag: 0 or 1.
    #[param(default = 0)]
    pub verbose: Flag,
}

/// What `restore_files` answers.
#[derive(Output)]
pub struct Reply {
    /// The log ID.
    pub log_id: String,
    /// The log path.
    pub log_path: String,
    /// The messages.
    pub messages: Vec<String>,
}

/// See [`Params`].
pub struct RestoreFiles;

impl Function for RestoreFiles {
    const NAME: &'static str = "restore_files";
    const NEEDS: Needs = Needs::Features(&["backup"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
