//! `setresellermainip`

use std::net::IpAddr;

use api::{Cx, Effect, Function, Input, Legacy, Needs, Result, UserName, reply};

/// Set the main shared IP address of one reseller.
#[derive(Input)]
pub struct Params {
    /// The IP address: IPv4.
    pub ip: IpAddr,
    /// The user.
    pub user: UserName,
}

/// See [`Params`].
pub struct Setresellermainip;

impl Function for Setresellermainip {
    const NAME: &'static str = "setresellermainip";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::Result;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
