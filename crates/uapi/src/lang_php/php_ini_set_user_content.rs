//! `LangPHP::php_ini_set_user_content`

use api::{Cx, DomainName, Effect, Function, Input, Multiline, Needs, Result, Word, reply};

/// `LangPHP::php_ini_set_user_content`.
#[derive(Input)]
pub struct Params {
    /// The content.
    pub content: Multiline,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
    /// The virtual host.
    pub vhost: Option<DomainName>,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `host`.
    #[word("host")]
    Host,
    /// `vhost`.
    #[word("vhost")]
    Vhost,
}

/// See [`Params`].
pub struct PhpIniSetUserContent;

impl Function for PhpIniSetUserContent {
    const NAME: &'static str = "php_ini_set_user_content";
    const NEEDS: Needs = Needs::Features(&["multiphp_ini_editor"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
