//! `DomainInfo::main_domain_builtin_subdomain_aliases`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result, reply};

/// List the built-in subdomain labels of the main domain.
#[derive(Input)]
pub struct Params {
    /// 1 gives an empty array where the main domain is temporary.
    #[param(default = 0)]
    pub hide_temporary_domains: Flag,
}

/// See [`Params`].
pub struct MainDomainBuiltinSubdomainAliases;

impl Function for MainDomainBuiltinSubdomainAliases {
    const NAME: &'static str = "main_domain_builtin_subdomain_aliases";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<String>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
