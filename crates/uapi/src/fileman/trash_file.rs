//! `Fileman::trash_file`

use api::{Cx, Effect, FilePath, Function, Input, Needs, Output, Result, reply};

/// Move a file or directory to the trash, its path remembered.
#[derive(Input)]
pub struct Params {
    /// The path.
    pub path: FilePath,
}

/// What `trash_file` answers.
#[derive(Output)]
pub struct Reply {
    /// The path.
    pub path: String,
    /// The trash leaf.
    pub trash_leaf: String,
}

/// See [`Params`].
pub struct TrashFile;

impl Function for TrashFile {
    const NAME: &'static str = "trash_file";
    const NEEDS: Needs = Needs::Features(&["filemanager"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
