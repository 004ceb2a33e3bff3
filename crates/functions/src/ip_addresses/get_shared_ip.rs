//! `get_shared_ip`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result, UserName, reply};

/// Give the shared IP address of a reseller.
#[derive(Input)]
pub struct Params {
    /// The caller by default.
    pub user: Option<UserName>,
}

/// What `get_shared_ip` answers.
#[derive(Output)]
pub struct Reply {
    /// The IP address.
    pub ip: String,
}

/// See [`Params`].
pub struct GetSharedIp;

impl Function for GetSharedIp {
    const NAME: &'static str = "get_shared_ip";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::BasicSystemInfo]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
