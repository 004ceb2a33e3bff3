//! `LangPHP::php_ini_get_user_content`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Output, Result, reply};

/// `LangPHP::php_ini_get_user_content`.
#[derive(Input)]
pub struct Params {
    /// The type.
    #[param(name = "type")]
    pub kind: String,
    /// The virtual host.
    pub vhost: Option<DomainName>,
}

/// What `php_ini_get_user_content` answers.
#[derive(Output)]
pub struct Reply {
    /// The content.
    pub content: String,
}

/// See [`Params`].
pub struct PhpIniGetUserContent;

impl Function for PhpIniGetUserContent {
    const NAME: &'static str = "php_ini_get_user_content";
    const NEEDS: Needs = Needs::Features(&["multiphp_ini_editor"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
