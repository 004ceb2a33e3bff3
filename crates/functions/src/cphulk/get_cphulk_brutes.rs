//! `get_cphulk_brutes`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Lists addresses blocked for brute force.
#[derive(Input)]
pub struct Params;

/// What `get_cphulk_brutes` answers.
#[derive(Output)]
pub struct Reply {
    /// The brutes.
    pub brutes: Vec<Brute>,
}

/// One item of `brutes`.
#[derive(Output)]
pub struct Brute {
    /// The exptime.
    pub exptime: String,
    /// The IP address.
    pub ip: String,
    /// The logintime.
    pub logintime: String,
    /// The notes.
    pub notes: String,
    /// The timeleft.
    pub timeleft: i64,
}

/// See [`Params`].
pub struct GetCphulkBrutes;

impl Function for GetCphulkBrutes {
    const NAME: &'static str = "get_cphulk_brutes";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
