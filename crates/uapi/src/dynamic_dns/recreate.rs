//! `DynamicDNS::recreate`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// `DynamicDNS::recreate`.
#[derive(Input)]
pub struct Params {
    /// The ID.
    pub id: String,
}

/// What `recreate` answers.
#[derive(Output)]
pub struct Reply {
    /// The ID.
    pub id: String,
}

/// See [`Params`].
pub struct Recreate;

impl Function for Recreate {
    const NAME: &'static str = "recreate";
    const NEEDS: Needs = Needs::Features(&["dynamicdns"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
