//! `NginxCaching::disable_cache`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `NginxCaching::disable_cache`.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct DisableCache;

impl Function for DisableCache {
    const NAME: &'static str = "disable_cache";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
