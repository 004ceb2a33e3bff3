//! `Sitejet::create_restore_point`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `Sitejet::create_restore_point`.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: String,
}

/// See [`Params`].
pub struct CreateRestorePoint;

impl Function for CreateRestorePoint {
    const NAME: &'static str = "create_restore_point";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
