//! `php_ini_get_directives`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// Lists the basic php.ini directives of a PHP version.
#[derive(Input)]
pub struct Params {
    /// PHP package name: `ea-phpNN` or any custom package name.
    pub version: String,
}

/// What `php_ini_get_directives` answers.
#[derive(Output)]
pub struct Reply {
    /// The directives.
    pub directives: Vec<Directive>,
}

/// One item of `directives`.
#[derive(Output)]
pub struct Directive {
    /// The default value.
    pub default_value: String,
    /// The information.
    pub info: String,
    /// The key.
    pub key: String,
    /// The PHP ini mode.
    pub php_ini_mode: PhpIniMode,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
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
pub enum Type {
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
pub struct PhpIniGetDirectives;

impl Function for PhpIniGetDirectives {
    const NAME: &'static str = "php_ini_get_directives";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
