//! `UserTasks::delete`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `UserTasks::delete`.
#[derive(Input)]
pub struct Params {
    /// The ID.
    pub id: String,
}

/// See [`Params`].
pub struct Delete;

impl Function for Delete {
    const NAME: &'static str = "delete";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
