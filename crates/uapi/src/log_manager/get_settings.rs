//! `LogManager::get_settings`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// `LogManager::get_settings`.
#[derive(Input)]
pub struct Params;

/// What `get_settings` answers.
#[derive(Output)]
pub struct Reply {
    /// The archive logs flag: 0 or 1.
    pub archive_logs: Flag,
    /// The prune archive flag: 0 or 1.
    pub prune_archive: Flag,
}

/// See [`Params`].
pub struct GetSettings;

impl Function for GetSettings {
    const NAME: &'static str = "get_settings";
    const NEEDS: Needs = Needs::Features(&["rawlog"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
