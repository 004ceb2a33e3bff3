//! `php_set_session_save_path`

use api::{Cx, Effect, FilePath, Flag, Function, Input, Needs, Result, reply};

/// Sets the default PHP session folder.
#[derive(Input)]
pub struct Params {
    /// 1: replace the value in php.ini.
    #[param(default = 0)]
    pub overwrite: Flag,
    /// The path.
    #[param(default = "/var/cpanel/php/sessions")]
    pub path: FilePath,
}

/// See [`Params`].
pub struct PhpSetSessionSavePath;

impl Function for PhpSetSessionSavePath {
    const NAME: &'static str = "php_set_session_save_path";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
