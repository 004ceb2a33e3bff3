//! `DomainInfo::list_domains`

use std::collections::BTreeMap;

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// List the names of all domains of the account by kind.
#[derive(Input)]
pub struct Params {
    /// 1 leaves temporary domains out; `main_domain` is then null where it is one.
    #[param(default = 0)]
    pub hide_temporary_domains: Flag,
}

/// What `list_domains` answers.
#[derive(Output)]
pub struct Reply {
    /// The main domain.
    pub main_domain: Option<String>,
    /// The addon domains.
    pub addon_domains: Vec<String>,
    /// The parked domains.
    pub parked_domains: Vec<String>,
    /// The sub domains.
    pub sub_domains: Vec<String>,
    /// The is temporary.
    #[param(absent)]
    pub is_temporary: Option<BTreeMap<String, Flag>>,
}

/// See [`Params`].
pub struct ListDomains;

impl Function for ListDomains {
    const NAME: &'static str = "list_domains";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
