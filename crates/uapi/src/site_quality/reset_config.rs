//! `SiteQuality::reset_config`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// `SiteQuality::reset_config`.
#[derive(Input)]
pub struct Params;

/// What `reset_config` answers.
#[derive(Output)]
pub struct Reply {
    /// The reset flag: 0 or 1.
    pub reset: Flag,
}

/// See [`Params`].
pub struct ResetConfig;

impl Function for ResetConfig {
    const NAME: &'static str = "reset_config";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
