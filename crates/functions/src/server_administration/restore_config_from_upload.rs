//! `restore_config_from_upload`

use api::{Cx, Effect, Function, Input, Multiline, Needs, Result, Word, reply};

/// Restore a configuration module from an uploaded file.
#[derive(Input)]
pub struct Params {
    /// The module: case-sensitive.
    pub module: Module,
    /// File part of `multipart/form-data`: the configuration file's content.
    pub file: Multiline,
}

/// What `module` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Module {
    /// `Basic`.
    #[word("Basic")]
    Basic,
    /// `Main`.
    #[word("Main")]
    Main,
}

/// See [`Params`].
pub struct RestoreConfigFromUpload;

impl Function for RestoreConfigFromUpload {
    const NAME: &'static str = "restore_config_from_upload";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
