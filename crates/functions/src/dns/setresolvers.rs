//! `setresolvers`

use std::net::IpAddr;

use api::{Cx, Effect, Function, Input, Legacy, Needs, Result, reply};

/// Set the server's resolver nameservers.
#[derive(Input)]
pub struct Params {
    /// The nameserver1.
    pub nameserver1: IpAddr,
    /// The nameserver2.
    pub nameserver2: IpAddr,
    /// The nameserver3.
    pub nameserver3: Option<IpAddr>,
}

/// See [`Params`].
pub struct Setresolvers;

impl Function for Setresolvers {
    const NAME: &'static str = "setresolvers";
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
