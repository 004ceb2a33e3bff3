//! `lookupnsip`

use api::{Acl, Cx, DomainName, Effect, Function, Input, Needs, Output, Result, reply};

/// Give a nameserver's IPv4 address.
#[derive(Input)]
pub struct Params {
    /// The host: nameserver hostname.
    pub host: DomainName,
}

/// What `lookupnsip` answers.
#[derive(Output)]
pub struct Reply {
    /// The IP address.
    pub ip: String,
}

/// See [`Params`].
pub struct Lookupnsip;

impl Function for Lookupnsip {
    const NAME: &'static str = "lookupnsip";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::NsConfig]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
