//! `php_ini_get_content`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Returns the text of a PHP version's php.ini.
#[derive(Input)]
pub struct Params {
    /// PHP package name: `ea-phpNN`, inherit, or any custom package name.
    pub version: String,
}

/// What `php_ini_get_content` answers.
#[derive(Output)]
pub struct Reply {
    /// The content.
    pub content: String,
}

/// See [`Params`].
pub struct PhpIniGetContent;

impl Function for PhpIniGetContent {
    const NAME: &'static str = "php_ini_get_content";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
