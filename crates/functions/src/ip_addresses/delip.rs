//! `delip`

use std::net::IpAddr;

use api::{Cx, Effect, Flag, Function, Input, Legacy, Needs, Result, reply};

/// Remove an IP address from the server.
#[derive(Input)]
pub struct Params {
    /// The IP address: IPv4.
    pub ip: IpAddr,
    /// Network alias that holds the address; may be null.
    #[param(default = "")]
    pub ethernetdev: String,
    /// 1: keep the address when its interface is down.
    #[param(default = 0)]
    pub skipifshutdown: Flag,
}

/// See [`Params`].
pub struct Delip;

impl Function for Delip {
    const NAME: &'static str = "delip";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::OwnName;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
