//! `get_public_ip`

use std::net::IpAddr;

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Give the public address for a local or public address.
#[derive(Input)]
pub struct Params {
    /// The IP address.
    pub ip: IpAddr,
}

/// What `get_public_ip` answers.
#[derive(Output)]
pub struct Reply {
    /// The public IP address.
    pub public_ip: String,
}

/// See [`Params`].
pub struct GetPublicIp;

impl Function for GetPublicIp {
    const NAME: &'static str = "get_public_ip";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::BasicSystemInfo]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
