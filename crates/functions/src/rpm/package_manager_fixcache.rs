//! `package_manager_fixcache`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Try to repair the package manager's cache.
#[derive(Input)]
pub struct Params;

/// What `package_manager_fixcache` answers.
#[derive(Output)]
pub struct Reply {
    /// The cache seems ok now flag: 0 or 1.
    pub cache_seems_ok_now: Flag,
}

/// See [`Params`].
pub struct PackageManagerFixcache;

impl Function for PackageManagerFixcache {
    const NAME: &'static str = "package_manager_fixcache";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
