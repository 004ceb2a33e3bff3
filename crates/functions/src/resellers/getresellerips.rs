//! `getresellerips`

use api::{Acl, Cx, Effect, Flag, Function, Input, Needs, Output, Result, UserName, reply};

/// List the IP addresses that a reseller may use.
#[derive(Input)]
pub struct Params {
    /// Reseller; absent: the addresses of root.
    pub user: Option<UserName>,
}

/// What `getresellerips` answers.
#[derive(Output)]
pub struct Reply {
    /// The all flag: 0 or 1.
    pub all: Flag,
    /// The IP address.
    pub ip: Vec<String>,
}

/// See [`Params`].
pub struct Getresellerips;

impl Function for Getresellerips {
    const NAME: &'static str = "getresellerips";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::BasicSystemInfo]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
