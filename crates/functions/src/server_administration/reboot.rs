//! `reboot`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result, reply};

/// Reboot the server.
#[derive(Input)]
pub struct Params {
    /// 1: forced, may lose data.
    #[param(default = 0)]
    pub force: Flag,
}

/// See [`Params`].
pub struct Reboot;

impl Function for Reboot {
    const NAME: &'static str = "reboot";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
