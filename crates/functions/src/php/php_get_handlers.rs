//! `php_get_handlers`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// Lists handlers of each PHP version.
#[derive(Input)]
pub struct Params {
    /// PHP package name: `ea-phpNN`, inherit, or any custom package name; left out: all versions
    /// (our reading).
    pub version: Option<String>,
}

/// What `php_get_handlers` answers.
#[derive(Output)]
pub struct Reply {
    /// The version handlers.
    pub version_handlers: Vec<VersionHandler>,
}

/// One item of `version_handlers`.
#[derive(Output)]
pub struct VersionHandler {
    /// The available handlers.
    pub available_handlers: Vec<AvailableHandler>,
    /// The current handler.
    pub current_handler: CurrentHandler,
    /// The version.
    pub version: String,
}

/// What `available_handler` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum AvailableHandler {
    /// `suphp`.
    #[word("suphp")]
    Suphp,
    /// `cgi`.
    #[word("cgi")]
    Cgi,
    /// `dso`.
    #[word("dso")]
    Dso,
    /// `none`.
    #[word("none")]
    None,
}

/// What `current_handler` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum CurrentHandler {
    /// `suphp`.
    #[word("suphp")]
    Suphp,
    /// `cgi`.
    #[word("cgi")]
    Cgi,
    /// `dso`.
    #[word("dso")]
    Dso,
    /// `none`.
    #[word("none")]
    None,
}

/// See [`Params`].
pub struct PhpGetHandlers;

impl Function for PhpGetHandlers {
    const NAME: &'static str = "php_get_handlers";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
