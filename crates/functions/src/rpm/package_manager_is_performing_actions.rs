//! `package_manager_is_performing_actions`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Tell whether a background build still runs.
#[derive(Input)]
pub struct Params {
    /// The build: from `package_manager_submit_actions`.
    pub build: i64,
}

/// What `package_manager_is_performing_actions` answers.
#[derive(Output)]
pub struct Reply {
    /// The active flag: 0 or 1.
    pub active: Flag,
}

/// See [`Params`].
pub struct PackageManagerIsPerformingActions;

impl Function for PackageManagerIsPerformingActions {
    const NAME: &'static str = "package_manager_is_performing_actions";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
