//! `DomainInfo::primary_domain`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Give the main domain of the account.
#[derive(Input)]
pub struct Params {
    /// 1 gives null where the main domain is temporary.
    #[param(default = 0)]
    pub hide_temporary_domains: Flag,
}

/// What `primary_domain` answers.
#[derive(Output)]
pub struct Reply {
    /// The primary domain.
    pub primary_domain: Option<String>,
}

/// See [`Params`].
pub struct PrimaryDomain;

impl Function for PrimaryDomain {
    const NAME: &'static str = "primary_domain";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
