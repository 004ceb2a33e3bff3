//! `get_autossl_logs_catalog`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Lists the AutoSSL run logs.
#[derive(Input)]
pub struct Params;

/// What `get_autossl_logs_catalog` answers.
#[derive(Output)]
pub struct Reply {
    /// The payload.
    pub payload: Vec<Payload>,
}

/// One item of `payload`.
#[derive(Output)]
pub struct Payload {
    /// The in progress flag: 0 or 1.
    pub in_progress: Flag,
    /// The provider.
    pub provider: String,
    /// The start time.
    pub start_time: String,
    /// The username.
    pub username: String,
}

/// See [`Params`].
pub struct GetAutosslLogsCatalog;

impl Function for GetAutosslLogsCatalog {
    const NAME: &'static str = "get_autossl_logs_catalog";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
