//! `BlockIP::remove_ip`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `BlockIP::remove_ip`.
#[derive(Input)]
pub struct Params {
    /// The IP address.
    pub ip: String,
}

/// See [`Params`].
pub struct RemoveIp;

impl Function for RemoveIp {
    const NAME: &'static str = "remove_ip";
    const NEEDS: Needs = Needs::Features(&["ipdeny", "blockers"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<String>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
