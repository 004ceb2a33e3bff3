//! `NginxCaching::reset_cache_config`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `NginxCaching::reset_cache_config`.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct ResetCacheConfig;

impl Function for ResetCacheConfig {
    const NAME: &'static str = "reset_cache_config";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
