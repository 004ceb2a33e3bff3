//! `cphulk_status`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Tells whether cPHulk is enabled.
#[derive(Input)]
pub struct Params;

/// What `cphulk_status` answers.
#[derive(Output)]
pub struct Reply {
    /// Whether it is enabled.
    pub is_enabled: Flag,
    /// The service.
    pub service: String,
}

/// See [`Params`].
pub struct CphulkStatus;

impl Function for CphulkStatus {
    const NAME: &'static str = "cphulk_status";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
