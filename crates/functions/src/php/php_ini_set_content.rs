//! `php_ini_set_content`

use api::{Cx, Effect, Function, Input, Multiline, Needs, Result, reply};

/// Replaces the text of a PHP version's php.ini.
#[derive(Input)]
pub struct Params {
    /// Whole text; use POST.
    pub content: Multiline,
    /// PHP package name: `ea-phpNN` or any custom package name.
    pub version: String,
}

/// See [`Params`].
pub struct PhpIniSetContent;

impl Function for PhpIniSetContent {
    const NAME: &'static str = "php_ini_set_content";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
