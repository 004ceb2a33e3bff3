//! `unsetupreseller`

use api::{Cx, Effect, Function, Input, Legacy, Needs, Result, UserName, reply};

/// Take reseller status from an account.
#[derive(Input)]
pub struct Params {
    /// The user.
    pub user: UserName,
}

/// See [`Params`].
pub struct Unsetupreseller;

impl Function for Unsetupreseller {
    const NAME: &'static str = "unsetupreseller";
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
