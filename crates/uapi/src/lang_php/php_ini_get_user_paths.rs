//! `LangPHP::php_ini_get_user_paths`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// `LangPHP::php_ini_get_user_paths`.
#[derive(Input)]
pub struct Params;

/// What `php_ini_get_user_paths` answers.
#[derive(Output)]
pub struct Reply {
    /// The paths.
    pub paths: Vec<Path>,
}

/// One item of `paths`.
#[derive(Output)]
pub struct Path {
    /// The account.
    pub account: String,
    /// The documentroot.
    pub documentroot: String,
    /// The homedir.
    pub homedir: String,
    /// The main domain flag: 0 or 1.
    pub main_domain: Flag,
    /// The path.
    pub path: String,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
    /// The version.
    pub version: String,
    /// The virtual host.
    pub vhost: String,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `home`.
    #[word("home")]
    Home,
    /// `vhost`.
    #[word("vhost")]
    Vhost,
}

/// See [`Params`].
pub struct PhpIniGetUserPaths;

impl Function for PhpIniGetUserPaths {
    const NAME: &'static str = "php_ini_get_user_paths";
    const NEEDS: Needs = Needs::Features(&["multiphp_ini_editor"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
