//! `resolvedomainname`

use api::{Acl, Cx, DomainName, Effect, Function, Input, Needs, Output, Result, reply};

/// Resolve a domain's IPv4 address.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
}

/// What `resolvedomainname` answers.
#[derive(Output)]
pub struct Reply {
    /// The IP address.
    pub ip: String,
}

/// See [`Params`].
pub struct Resolvedomainname;

impl Function for Resolvedomainname {
    const NAME: &'static str = "resolvedomainname";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::NsConfig]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
