//! `WordPressInstanceManager::cancel_scan`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result, reply};

/// `WordPressInstanceManager::cancel_scan`.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct CancelScan;

impl Function for CancelScan {
    const NAME: &'static str = "cancel_scan";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Flag;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
