//! `WordPressBackup::is_running`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// `WordPressBackup::is_running`.
#[derive(Input)]
pub struct Params {
    /// The site.
    pub site: String,
}

/// What `is_running` answers.
#[derive(Output)]
pub struct Reply {
    /// The action ID.
    pub action_id: Option<String>,
    /// Whether it is running.
    pub is_running: Flag,
}

/// See [`Params`].
pub struct IsRunning;

impl Function for IsRunning {
    const NAME: &'static str = "is_running";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
