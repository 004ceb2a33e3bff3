//! `cpgreylist_status`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Tells whether Greylisting and Exim are enabled.
#[derive(Input)]
pub struct Params;

/// What `cpgreylist_status` answers.
#[derive(Output)]
pub struct Reply {
    /// Whether it is enabled.
    pub is_enabled: Flag,
    /// Whether it is exim enabled.
    pub is_exim_enabled: Flag,
    /// The service.
    pub service: String,
}

/// See [`Params`].
pub struct CpgreylistStatus;

impl Function for CpgreylistStatus {
    const NAME: &'static str = "cpgreylist_status";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
