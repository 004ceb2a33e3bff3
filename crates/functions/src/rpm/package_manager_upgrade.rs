//! `package_manager_upgrade`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Start upgrading all packages in the background.
#[derive(Input)]
pub struct Params;

/// What `package_manager_upgrade` answers.
#[derive(Output)]
pub struct Reply {
    /// The build.
    pub build: i64,
}

/// See [`Params`].
pub struct PackageManagerUpgrade;

impl Function for PackageManagerUpgrade {
    const NAME: &'static str = "package_manager_upgrade";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
