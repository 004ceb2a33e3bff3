//! `Fileman::empty_trash`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Purge the .trash folder in the home directory.
#[derive(Input)]
pub struct Params {
    /// Keep what is at most so many days old; 0 purges all.
    #[param(default = 0)]
    pub older_than: i64,
}

/// See [`Params`].
pub struct EmptyTrash;

impl Function for EmptyTrash {
    const NAME: &'static str = "empty_trash";
    const NEEDS: Needs = Needs::Features(&["filemanager"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
