//! `restore_config_from_file`

use api::{Cx, Effect, FilePath, Function, Input, Needs, Result, reply};

/// Restore a configuration module from a file on the server.
#[derive(Input)]
pub struct Params {
    /// The module: case-sensitive; e.g. Main.
    pub module: String,
    /// Absolute; content is JSON, or `key=value` pairs, one a line.
    pub path: FilePath,
}

/// See [`Params`].
pub struct RestoreConfigFromFile;

impl Function for RestoreConfigFromFile {
    const NAME: &'static str = "restore_config_from_file";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
