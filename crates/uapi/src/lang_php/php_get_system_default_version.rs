//! `LangPHP::php_get_system_default_version`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// `LangPHP::php_get_system_default_version`.
#[derive(Input)]
pub struct Params;

/// What `php_get_system_default_version` answers.
#[derive(Output)]
pub struct Reply {
    /// The version.
    pub version: Option<String>,
}

/// See [`Params`].
pub struct PhpGetSystemDefaultVersion;

impl Function for PhpGetSystemDefaultVersion {
    const NAME: &'static str = "php_get_system_default_version";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
