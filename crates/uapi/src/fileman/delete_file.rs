//! `Fileman::delete_file`

use api::{Cx, Effect, FilePath, Function, Input, Needs, Output, Result, reply};

/// Remove a file or directory for good.
#[derive(Input)]
pub struct Params {
    /// The path.
    pub path: FilePath,
}

/// What `delete_file` answers.
#[derive(Output)]
pub struct Reply {
    /// The path.
    pub path: String,
}

/// See [`Params`].
pub struct DeleteFile;

impl Function for DeleteFile {
    const NAME: &'static str = "delete_file";
    const NEEDS: Needs = Needs::Features(&["filemanager"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
