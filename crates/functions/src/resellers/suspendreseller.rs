//! `suspendreseller`

use api::{Cx, Effect, Flag, Function, Input, Legacy, Needs, Result, UserName, reply};

/// Suspend a reseller and, unless told otherwise, its accounts.
#[derive(Input)]
pub struct Params {
    /// The user.
    pub user: UserName,
    /// 1: only root can unsuspend.
    #[param(default = 0)]
    pub disallow: Flag,
    /// The reason.
    pub reason: Option<String>,
    /// 1: leave the owned accounts alone; the name has a dash.
    #[param(name = "reseller-only", default = 0)]
    pub reseller_only: Flag,
}

/// See [`Params`].
pub struct Suspendreseller;

impl Function for Suspendreseller {
    const NAME: &'static str = "suspendreseller";
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
