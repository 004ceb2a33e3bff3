//! `unsuspendreseller`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result, UserName, reply};

/// Unsuspend a reseller and, unless told otherwise, its accounts.
#[derive(Input)]
pub struct Params {
    /// The user.
    pub user: UserName,
    /// 1: leave the owned accounts alone; the name has a dash.
    #[param(name = "reseller-only", default = 0)]
    pub reseller_only: Flag,
}

/// See [`Params`].
pub struct Unsuspendreseller;

impl Function for Unsuspendreseller {
    const NAME: &'static str = "unsuspendreseller";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
