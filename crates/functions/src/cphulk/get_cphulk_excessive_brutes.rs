//! `get_cphulk_excessive_brutes`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Lists addresses blocked for excessive brute force.
#[derive(Input)]
pub struct Params;

/// What `get_cphulk_excessive_brutes` answers.
#[derive(Output)]
pub struct Reply {
    /// The excessive brutes.
    pub excessive_brutes: Vec<ExcessiveBrute>,
}

/// One item of `excessive_brutes`.
#[derive(Output)]
pub struct ExcessiveBrute {
    /// The exptime.
    pub exptime: String,
    /// The IP address.
    pub ip: String,
    /// The logintime.
    pub logintime: String,
    /// The notes.
    pub notes: String,
    /// The timeleft.
    pub timeleft: f64,
}

/// See [`Params`].
pub struct GetCphulkExcessiveBrutes;

impl Function for GetCphulkExcessiveBrutes {
    const NAME: &'static str = "get_cphulk_excessive_brutes";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
