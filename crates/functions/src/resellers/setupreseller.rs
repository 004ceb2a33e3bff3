//! `setupreseller`

use api::{Cx, Effect, Flag, Function, Input, Legacy, Needs, Result, UserName, reply};

/// Make an existing account a reseller.
#[derive(Input)]
pub struct Params {
    /// The user.
    pub user: UserName,
    /// 1: the account owns itself; 0: owner unchanged.
    #[param(default = 0)]
    pub makeowner: Flag,
}

/// See [`Params`].
pub struct Setupreseller;

impl Function for Setupreseller {
    const NAME: &'static str = "setupreseller";
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
