//! `php_set_handler`

use api::{Cx, Effect, Function, Input, Needs, Result, Word, reply};

/// Sets the handler of a PHP version.
#[derive(Input)]
pub struct Params {
    /// The handler.
    pub handler: Handler,
    /// PHP package name: `ea-phpNN`, inherit, or any custom package name.
    pub version: String,
}

/// What `handler` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Handler {
    /// `cgi`.
    #[word("cgi")]
    Cgi,
    /// `suphp`.
    #[word("suphp")]
    Suphp,
    /// `dso`.
    #[word("dso")]
    Dso,
    /// `none`.
    #[word("none")]
    None,
}

/// See [`Params`].
pub struct PhpSetHandler;

impl Function for PhpSetHandler {
    const NAME: &'static str = "php_set_handler";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
