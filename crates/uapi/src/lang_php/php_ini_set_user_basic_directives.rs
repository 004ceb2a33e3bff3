//! `LangPHP::php_ini_set_user_basic_directives`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result, Value, Word, reply};

/// `LangPHP::php_ini_set_user_basic_directives`.
#[derive(Input)]
pub struct Params {
    /// The directive.
    pub directive: String,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
    /// The virtual host.
    pub vhost: Option<DomainName>,
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
pub struct PhpIniSetUserBasicDirectives;

impl Function for PhpIniSetUserBasicDirectives {
    const NAME: &'static str = "php_ini_set_user_basic_directives";
    const NEEDS: Needs = Needs::Features(&["multiphp_ini_editor"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Value;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
