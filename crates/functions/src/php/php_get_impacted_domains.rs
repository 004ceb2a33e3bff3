//! `php_get_impacted_domains`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Lists domains that take their PHP version from a given setting.
#[derive(Input)]
pub struct Params {
    /// Not a parked domain; domain, `system_default=1` or both must be given. One or several.
    #[param(family)]
    pub domain: Vec<DomainName>,
    /// 1: domains that inherit the system default.
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
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
