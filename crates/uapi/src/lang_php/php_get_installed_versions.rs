//! `LangPHP::php_get_installed_versions`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// `LangPHP::php_get_installed_versions`.
#[derive(Input)]
pub struct Params;

/// What `php_get_installed_versions` answers.
#[derive(Output)]
pub struct Reply {
    /// The versions.
    pub versions: Vec<String>,
}

/// See [`Params`].
pub struct PhpGetInstalledVersions;

impl Function for PhpGetInstalledVersions {
    const NAME: &'static str = "php_get_installed_versions";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
