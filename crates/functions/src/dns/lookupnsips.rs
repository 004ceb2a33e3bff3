//! `lookupnsips`

use api::{Acl, Cx, DomainName, Effect, Function, Input, Needs, Output, Result, reply};

/// Give a nameserver's IPv4 and IPv6 addresses.
#[derive(Input)]
pub struct Params {
    /// The host: nameserver hostname.
    pub host: DomainName,
}

/// What `lookupnsips` answers.
#[derive(Output)]
pub struct Reply {
    /// The IPv4.
    #[param(absent)]
    pub ipv4: Option<String>,
    /// The IPv6.
    #[param(absent)]
    pub ipv6: Option<String>,
}

/// See [`Params`].
pub struct Lookupnsips;

impl Function for Lookupnsips {
    const NAME: &'static str = "lookupnsips";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::NsConfig]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
