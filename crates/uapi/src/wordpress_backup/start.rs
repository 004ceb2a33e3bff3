//! `WordPressBackup::start`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Value, reply};

/// `WordPressBackup::start`.
#[derive(Input)]
pub struct Params {
    /// The site.
    pub site: String,
}

/// What `start` answers.
#[derive(Output)]
pub struct Reply {
    /// The backup ID.
    pub backup_id: String,
    /// The site.
    pub site: Value,
    /// The sse URL.
    pub sse_url: String,
}

/// See [`Params`].
pub struct Start;

impl Function for Start {
    const NAME: &'static str = "start";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
