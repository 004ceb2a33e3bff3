//! `NginxCaching::clear_cache`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `NginxCaching::clear_cache`.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct ClearCache;

impl Function for ClearCache {
    const NAME: &'static str = "clear_cache";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
