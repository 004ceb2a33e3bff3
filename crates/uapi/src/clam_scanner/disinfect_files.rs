//! `ClamScanner::disinfect_files`

use api::{Cx, Effect, Function, Input, JsonText, Needs, Output, Result, Value, reply};

/// `ClamScanner::disinfect_files`.
#[derive(Input)]
pub struct Params {
    /// The actions: in the body.
    pub actions: Option<JsonText<Value>>,
}

/// What `disinfect_files` answers.
#[derive(Output)]
pub struct Reply {
    /// The log.
    pub log: String,
    /// The task ID.
    pub task_id: String,
}

/// See [`Params`].
pub struct DisinfectFiles;

impl Function for DisinfectFiles {
    const NAME: &'static str = "disinfect_files";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
