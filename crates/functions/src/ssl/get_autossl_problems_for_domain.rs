//! `get_autossl_problems_for_domain`

use api::{Acl, Cx, DomainName, Effect, Function, Input, Needs, Output, Result, reply};

/// Lists the latest domain-validation problems of a domain.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
}

/// What `get_autossl_problems_for_domain` answers.
#[derive(Output)]
pub struct Reply {
    /// The problems by domain.
    pub problems_by_domain: Vec<ProblemsByDomain>,
}

/// One item of `problems_by_domain`.
#[derive(Output)]
pub struct ProblemsByDomain {
    /// The domain.
    pub domain: String,
    /// The log.
    pub log: String,
    /// The problem.
    pub problem: String,
    /// The time.
    pub time: String,
}

/// See [`Params`].
pub struct GetAutosslProblemsForDomain;

impl Function for GetAutosslProblemsForDomain {
    const NAME: &'static str = "get_autossl_problems_for_domain";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::SslInfo, Acl::Ssl]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
