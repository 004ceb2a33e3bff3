//! `list_rpms`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// List packages that the server needs but lacks.
#[derive(Input)]
pub struct Params {
    /// Only what this target needs; all targets without it.
    pub target: Option<String>,
}

/// What `list_rpms` answers.
#[derive(Output)]
pub struct Reply {
    /// The rpms.
    pub rpms: Vec<String>,
}

/// See [`Params`].
pub struct ListRpms;

impl Function for ListRpms {
    const NAME: &'static str = "list_rpms";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
