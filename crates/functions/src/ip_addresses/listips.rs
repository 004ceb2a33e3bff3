//! `listips`

use api::{Cx, Effect, Flag, Function, Input, Legacy, Needs, Output, Result, reply};

/// List the server's IPv4 addresses.
#[derive(Input)]
pub struct Params;

/// What `listips` answers.
#[derive(Output)]
pub struct Reply {
    /// The IP address.
    pub ip: Vec<Ip>,
}

/// One item of `ip`.
#[derive(Output)]
pub struct Ip {
    /// The active flag: 0 or 1.
    pub active: Flag,
    /// The dedicated flag: 0 or 1.
    pub dedicated: Flag,
    /// The if.
    #[param(name = "if")]
    pub if_: String,
    /// The IP address.
    pub ip: String,
    /// The mainaddr flag: 0 or 1.
    pub mainaddr: Flag,
    /// The netmask.
    pub netmask: String,
    /// The network.
    pub network: String,
    /// The public IP address.
    pub public_ip: String,
    /// The removable flag: 0 or 1.
    pub removable: Flag,
    /// The used flag: 0 or 1.
    pub used: Flag,
}

/// See [`Params`].
pub struct Listips;

impl Function for Listips {
    const NAME: &'static str = "listips";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const LEGACY: Legacy = Legacy::BareAs("ip", "result");
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
