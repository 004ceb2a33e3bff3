//! `reorder_hooks`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Sets the order of script hooks.
#[derive(Input)]
pub struct Params {
    /// Comma-separated hook ids, first runs first.
    pub ids: String,
}

/// What `reorder_hooks` answers.
#[derive(Output)]
pub struct Reply {
    /// The hook order.
    pub hook_order: Vec<HookOrder>,
}

/// One item of `hook_order`.
#[derive(Output)]
pub struct HookOrder {
    /// The ID.
    pub id: String,
    /// The weight.
    pub weight: i64,
}

/// See [`Params`].
pub struct ReorderHooks;

impl Function for ReorderHooks {
    const NAME: &'static str = "reorder_hooks";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
