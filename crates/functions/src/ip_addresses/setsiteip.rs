//! `setsiteip`

use std::net::IpAddr;

use api::{Acl, Cx, DomainName, Effect, Function, Input, Legacy, Needs, Result, UserName, reply};

/// Change the IP address of an account or a site.
#[derive(Input)]
pub struct Params {
    /// The IP address: IPv4.
    pub ip: IpAddr,
    /// This or user is needed.
    pub domain: Option<DomainName>,
    /// This or domain is needed.
    pub user: Option<UserName>,
}

/// See [`Params`].
pub struct Setsiteip;

impl Function for Setsiteip {
    const NAME: &'static str = "setsiteip";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditAccount]);
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::Result;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
