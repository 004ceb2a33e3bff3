//! `addips`

use std::net::IpAddr;

use api::{Cx, Effect, Function, Input, Legacy, Needs, Result, reply};

/// Add IPv4 addresses to the server.
#[derive(Input)]
pub struct Params {
    /// One address, or a range in CIDR form (`/24` to `/30`).
    pub ips: String,
    /// The netmask.
    pub netmask: IpAddr,
    /// Address or comma list to leave out.
    pub excludes: Option<String>,
}

/// See [`Params`].
pub struct Addips;

impl Function for Addips {
    const NAME: &'static str = "addips";
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
