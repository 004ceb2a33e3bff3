//! `php_ini_set_directives`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Sets php.ini directives of a PHP version.
#[derive(Input)]
pub struct Params {
    /// The directive: NAME:VALUE, e.g. `allow_url_fopen:0`. One or several.
    #[param(family)]
    pub directive: Vec<String>,
    /// PHP package name: `ea-phpNN` or any custom package name.
    pub version: String,
}

/// See [`Params`].
pub struct PhpIniSetDirectives;

impl Function for PhpIniSetDirectives {
    const NAME: &'static str = "php_ini_set_directives";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
