//! `Fileman::empty_trash`

use api::{Cx, Effect, Function, Input, Needs, Result};
use functions::domain::files::{Home, trash};

/// Removes what is in the trash for good.
#[derive(Input)]
pub struct Params {
    /// What is there for no more than so many days stays; 0 removes everything.
    #[param(default = 0_u32)]
    pub older_than: u32,
}

/// See [`Params`].
pub struct EmptyTrash;

impl Function for EmptyTrash {
    const NAME: &'static str = "empty_trash";
    const NEEDS: Needs = Needs::Features(&["filemanager"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        trash::empty(cx, &Home::own(cx)?, params.older_than)
    }
}
