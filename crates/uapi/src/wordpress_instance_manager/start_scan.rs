//! `WordPressInstanceManager::start_scan`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// `WordPressInstanceManager::start_scan`.
#[derive(Input)]
pub struct Params;

/// What `start_scan` answers.
#[derive(Output)]
pub struct Reply {
    /// The GUID.
    pub guid: String,
    /// The log.
    pub log: String,
    /// The sse URL.
    pub sse_url: String,
}

/// See [`Params`].
pub struct StartScan;

impl Function for StartScan {
    const NAME: &'static str = "start_scan";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
