//! `setresellerips`

use api::{Cx, Effect, Flag, Function, Input, Legacy, Needs, Output, Result, UserName, reply};

/// Set the IP addresses that a reseller may use.
#[derive(Input)]
pub struct Params {
    /// The user.
    pub user: UserName,
    /// 1: hold the reseller to the given addresses; 0: any available address; only 1 is in the
    /// listed values.
    #[param(default = 0)]
    pub delegate: Flag,
    /// Comma-separated IPv4; absent: the list is cleared.
    pub ips: Option<String>,
}

/// What `setresellerips` answers.
#[derive(Output)]
pub struct Reply {
    /// The all flag: 0 or 1.
    #[param(absent)]
    pub all: Option<Flag>,
    /// The IP address.
    pub ip: Vec<String>,
}

/// See [`Params`].
pub struct Setresellerips;

impl Function for Setresellerips {
    const NAME: &'static str = "setresellerips";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::Result;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
