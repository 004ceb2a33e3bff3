//! `BlockIP::add_ip`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `BlockIP::add_ip`.
#[derive(Input)]
pub struct Params {
    /// The IP address.
    pub ip: String,
}

/// See [`Params`].
pub struct AddIp;

impl Function for AddIp {
    const NAME: &'static str = "add_ip";
    const NEEDS: Needs = Needs::Features(&["ipdeny", "blockers"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<String>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
