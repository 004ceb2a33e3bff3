//! `package_manager_get_build_log`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Return a background build's log from an offset on.
#[derive(Input)]
pub struct Params {
    /// From `package_manager_submit_actions`; at least 1.
    pub build: i64,
    /// Byte position to read from; 0 for the start.
    pub offset: i64,
}

/// What `package_manager_get_build_log` answers.
#[derive(Output)]
pub struct Reply {
    /// The content.
    pub content: Vec<String>,
    /// The offset.
    pub offset: i64,
    /// The still running flag: 0 or 1.
    pub still_running: Flag,
}

/// See [`Params`].
pub struct PackageManagerGetBuildLog;

impl Function for PackageManagerGetBuildLog {
    const NAME: &'static str = "package_manager_get_build_log";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
