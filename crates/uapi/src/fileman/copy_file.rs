//! `Fileman::copy_file`

use api::{Cx, Effect, FilePath, Function, Input, Needs, Output, Result, reply};

/// Copy a file or directory, permissions and time kept.
#[derive(Input)]
pub struct Params {
    /// The source.
    pub source: FilePath,
    /// The destination.
    pub destination: FilePath,
}

/// What `copy_file` answers.
#[derive(Output)]
pub struct Reply {
    /// The src.
    pub src: String,
    /// The dest.
    pub dest: String,
}

/// See [`Params`].
pub struct CopyFile;

impl Function for CopyFile {
    const NAME: &'static str = "copy_file";
    const NEEDS: Needs = Needs::Features(&["filemanager"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
