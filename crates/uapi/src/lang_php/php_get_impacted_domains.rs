//! `LangPHP::php_get_impacted_domains`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// `LangPHP::php_get_impacted_domains`.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: Option<DomainName>,
    /// The system default flag: 0 or 1.
    pub system_default: Option<Flag>,
}

/// What `php_get_impacted_domains` answers.
#[derive(Output)]
pub struct Reply {
    /// The domains.
    pub domains: Vec<String>,
}

/// See [`Params`].
pub struct PhpGetImpactedDomains;

impl Function for PhpGetImpactedDomains {
    const NAME: &'static str = "php_get_impacted_domains";
    const NEEDS: Needs = Needs::Features(&["multiphp"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
