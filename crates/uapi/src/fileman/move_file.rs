//! `Fileman::move_file`

use api::{Cx, Effect, FilePath, Function, Input, Needs, Output, Result, reply};

/// Move a file or directory.
#[derive(Input)]
pub struct Params {
    /// The source.
    pub source: FilePath,
    /// The destination.
    pub destination: FilePath,
}

/// What `move_file` answers.
#[derive(Output)]
pub struct Reply {
    /// The src.
    pub src: String,
    /// The dest.
    pub dest: String,
}

/// See [`Params`].
pub struct MoveFile;

impl Function for MoveFile {
    const NAME: &'static str = "move_file";
    const NEEDS: Needs = Needs::Features(&["filemanager"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
