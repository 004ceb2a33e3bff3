//! `Restore::restore_file`

use api::{Cx, Effect, FilePath, Flag, Function, Input, Needs, Output, Result, reply};

/// `Restore::restore_file`.
#[derive(Input)]
pub struct Params {
    /// The backup ID.
    #[param(name = "backupID")]
    pub backup_id: String,
    /// The overwrite flag: 0 or 1.
    pub overwrite: Flag,
    /// The path.
    pub path: FilePath,
}

/// What `restore_file` answers.
#[derive(Output)]
pub struct Reply {
    /// The success flag: 0 or 1.
    pub success: Flag,
}

/// See [`Params`].
pub struct RestoreFile;

impl Function for RestoreFile {
    const NAME: &'static str = "restore_file";
    const NEEDS: Needs = Needs::Features(&["filerestoration"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
