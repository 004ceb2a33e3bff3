//! `flush_cphulk_login_history`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Deletes the login history from the cPHulk database.
#[derive(Input)]
pub struct Params;

/// What `flush_cphulk_login_history` answers.
#[derive(Output)]
pub struct Reply {
    /// The records removed.
    pub records_removed: i64,
}

/// See [`Params`].
pub struct FlushCphulkLoginHistory;

impl Function for FlushCphulkLoginHistory {
    const NAME: &'static str = "flush_cphulk_login_history";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
