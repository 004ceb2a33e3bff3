//! `Fileman::restore_from_trash`

use api::{Cx, Effect, FilePath, Function, Input, Needs, Output, Result};
use functions::domain::files::{Home, trash};

/// Moves a file or a folder from the trash back to where it was.
#[derive(Input)]
pub struct Params {
    /// Where it was.
    pub path: FilePath,
}

/// What `restore_from_trash` answers.
#[derive(Output)]
pub struct Reply {
    /// The path, as the account sees it.
    pub path: String,
    /// Its name in the trash.
    pub trash_leaf: String,
}

/// See [`Params`].
pub struct RestoreFromTrash;

impl Function for RestoreFromTrash {
    const NAME: &'static str = "restore_from_trash";
    const NEEDS: Needs = Needs::Features(&["filemanager"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let home = Home::own(cx)?;
        let place = home.place("path", &params.path)?;
        let trash_leaf = trash::restore(cx, &home, &place)?;
        Ok(Reply { path: home.shown(&place), trash_leaf })
    }
}
