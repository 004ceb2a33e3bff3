//! `Fileman::restore_from_trash`

use api::{Cx, Effect, FilePath, Function, Input, Needs, Output, Result, reply};

/// Put a trashed file or directory back where it was.
#[derive(Input)]
pub struct Params {
    /// The path: The original path.
    pub path: FilePath,
}

/// What `restore_from_trash` answers.
#[derive(Output)]
pub struct Reply {
    /// The path.
    pub path: String,
    /// The trash leaf.
    pub trash_leaf: String,
}

/// See [`Params`].
pub struct RestoreFromTrash;

impl Function for RestoreFromTrash {
    const NAME: &'static str = "restore_from_trash";
    const NEEDS: Needs = Needs::Features(&["filemanager"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
