//! `nat_set_public_ip`

use std::net::IpAddr;

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Pair a local address with a public one behind NAT.
#[derive(Input)]
pub struct Params {
    /// The local IP address.
    pub local_ip: IpAddr,
    /// The public IP address.
    pub public_ip: IpAddr,
}

/// See [`Params`].
pub struct NatSetPublicIp;

impl Function for NatSetPublicIp {
    const NAME: &'static str = "nat_set_public_ip";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
