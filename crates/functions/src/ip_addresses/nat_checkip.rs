//! `nat_checkip`

use std::net::IpAddr;

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Check the public address of a local address behind NAT.
#[derive(Input)]
pub struct Params {
    /// The IP address: local IPv4.
    pub ip: IpAddr,
}

/// What `nat_checkip` answers.
#[derive(Output)]
pub struct Reply {
    /// The checked IP address.
    pub checked_ip: String,
}

/// See [`Params`].
pub struct NatCheckip;

impl Function for NatCheckip {
    const NAME: &'static str = "nat_checkip";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
