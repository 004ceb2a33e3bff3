//! `DynamicDNS::delete`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// `DynamicDNS::delete`.
#[derive(Input)]
pub struct Params {
    /// The ID.
    pub id: String,
}

/// What `delete` answers.
#[derive(Output)]
pub struct Reply {
    /// The deleted flag: 0 or 1.
    pub deleted: Flag,
}

/// See [`Params`].
pub struct Delete;

impl Function for Delete {
    const NAME: &'static str = "delete";
    const NEEDS: Needs = Needs::Features(&["dynamicdns"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
