//! `LangPHP::php_ini_get_user_basic_directives`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Output, Result, Value, Word, reply};

/// `LangPHP::php_ini_get_user_basic_directives`.
#[derive(Input)]
pub struct Params {
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

/// What `php_ini_get_user_basic_directives` answers.
#[derive(Output)]
pub struct Reply {
    /// The directives.
    pub directives: Vec<Directive>,
}

/// One item of `directives`.
#[derive(Output)]
pub struct Directive {
    /// The default value.
    pub default_value: Value,
    /// The information.
    pub info: String,
    /// The key.
    pub key: String,
    /// The PHP ini mode.
    pub php_ini_mode: PhpIniMode,
    /// The type.
    #[param(name = "type")]
    pub kind: TypeWord,
    /// The value.
    pub value: String,
}

/// What `php_ini_mode` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum PhpIniMode {
    /// `PHP_INI_SYSTEM`.
    #[word("PHP_INI_SYSTEM")]
    PhpIniSystem,
    /// `PHP_INI_PERDIR`.
    #[word("PHP_INI_PERDIR")]
    PhpIniPerdir,
    /// `PHP_INI_ALL`.
    #[word("PHP_INI_ALL")]
    PhpIniAll,
    /// `PHPINI_ONLY`.
    #[word("PHPINI_ONLY")]
    PhpiniOnly,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum TypeWord {
    /// `string`.
    #[word("string")]
    String,
    /// `boolean`.
    #[word("boolean")]
    Boolean,
    /// `integer`.
    #[word("integer")]
    Integer,
    /// `float`.
    #[word("float")]
    Float,
}

/// See [`Params`].
pub struct PhpIniGetUserBasicDirectives;

impl Function for PhpIniGetUserBasicDirectives {
    const NAME: &'static str = "php_ini_get_user_basic_directives";
    const NEEDS: Needs = Needs::Features(&["multiphp_ini_editor"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
