//! `delete_hook`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Deletes a script hook.
#[derive(Input)]
pub struct Params {
    /// Hook id from `list_hooks`.
    pub id: String,
}

/// See [`Params`].
pub struct DeleteHook;

impl Function for DeleteHook {
    const NAME: &'static str = "delete_hook";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
