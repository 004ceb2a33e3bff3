//! `uninstall_rpm_plugin`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Start removing a plugin package in the background.
#[derive(Input)]
pub struct Params {
    /// Name of the plugin package.
    pub name: String,
}

/// What `uninstall_rpm_plugin` answers.
#[derive(Output)]
pub struct Reply {
    /// The log entry.
    pub log_entry: String,
    /// The process ID.
    pub pid: i64,
}

/// See [`Params`].
pub struct UninstallRpmPlugin;

impl Function for UninstallRpmPlugin {
    const NAME: &'static str = "uninstall_rpm_plugin";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
