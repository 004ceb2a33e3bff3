//! `Sitejet::start_publish`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// `Sitejet::start_publish`.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: String,
    /// The cleanup.
    pub cleanup: Option<i64>,
}

/// What `start_publish` answers.
#[derive(Output)]
pub struct Reply {
    /// The file name.
    pub file_name: String,
    /// The process ID.
    pub pid: i64,
}

/// See [`Params`].
pub struct StartPublish;

impl Function for StartPublish {
    const NAME: &'static str = "start_publish";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
