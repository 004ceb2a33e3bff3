//! `Fileman::rename_file`

use api::{Cx, Effect, FilePath, Function, Input, Needs, Output, Result, reply};

/// Rename a file or directory within its directory.
#[derive(Input)]
pub struct Params {
    /// The source.
    pub source: FilePath,
    /// A path in the same directory.
    pub destination: FilePath,
}

/// What `rename_file` answers.
#[derive(Output)]
pub struct Reply {
    /// The src.
    pub src: String,
    /// The dest.
    pub dest: String,
}

/// See [`Params`].
pub struct RenameFile;

impl Function for RenameFile {
    const NAME: &'static str = "rename_file";
    const NEEDS: Needs = Needs::Features(&["filemanager"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
