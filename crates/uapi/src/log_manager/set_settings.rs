//! `LogManager::set_settings`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result, Value, reply};

/// `LogManager::set_settings`.
#[derive(Input)]
pub struct Params {
    /// The archive logs flag: 0 or 1.
    pub archive_logs: Option<Flag>,
    /// The prune archive flag: 0 or 1.
    pub prune_archive: Option<Flag>,
}

/// See [`Params`].
pub struct SetSettings;

impl Function for SetSettings {
    const NAME: &'static str = "set_settings";
    const NEEDS: Needs = Needs::Features(&["rawlog"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Value;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
