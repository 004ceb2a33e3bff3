//! `WordPressInstanceManager::cleanup_scan`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `WordPressInstanceManager::cleanup_scan`.
#[derive(Input)]
pub struct Params {
    /// The GUID.
    pub guid: String,
}

/// See [`Params`].
pub struct CleanupScan;

impl Function for CleanupScan {
    const NAME: &'static str = "cleanup_scan";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
