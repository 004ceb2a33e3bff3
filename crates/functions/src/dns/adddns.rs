//! `adddns`

use std::net::IpAddr;

use api::{Acl, Cx, DomainName, Effect, Function, Input, Legacy, Needs, Result, UserName, reply};

/// Create a DNS zone from a template.
#[derive(Input)]
pub struct Params {
    /// The domain: zone to create.
    pub domain: DomainName,
    /// The IP address: IPv4.
    pub ip: IpAddr,
    /// IPv6; may be null.
    pub ipv6: Option<IpAddr>,
    /// Standard, simple, standardvirtualftp, or a custom file name in `/var/cpanel/zonetemplates`.
    #[param(default = "standard")]
    pub template: String,
    /// Zone owner; the caller by default.
    pub trueowner: Option<UserName>,
}

/// See [`Params`].
pub struct Adddns;

impl Function for Adddns {
    const NAME: &'static str = "adddns";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::CreateDns]);
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::Result;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
