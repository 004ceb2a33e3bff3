//! `LangPHP::php_get_domain_handler`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// `LangPHP::php_get_domain_handler`.
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

/// What `php_get_domain_handler` answers.
#[derive(Output)]
pub struct Reply {
    /// The PHP handler.
    pub php_handler: String,
}

/// See [`Params`].
pub struct PhpGetDomainHandler;

impl Function for PhpGetDomainHandler {
    const NAME: &'static str = "php_get_domain_handler";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
