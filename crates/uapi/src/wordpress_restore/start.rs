//! `WordPressRestore::start`

use api::{Cx, Effect, FilePath, Function, Input, Needs, Output, Result, reply};

/// `WordPressRestore::start`.
#[derive(Input)]
pub struct Params {
    /// The backup path.
    pub backup_path: FilePath,
    /// The site.
    pub site: String,
}

/// What `start` answers.
#[derive(Output)]
pub struct Reply {
    /// The restore ID.
    pub restore_id: String,
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
