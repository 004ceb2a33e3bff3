//! `ea4_get_currently_installed_packages`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// List the installed `EasyApache` 4 packages.
#[derive(Input)]
pub struct Params;

/// What `ea4_get_currently_installed_packages` answers.
#[derive(Output)]
pub struct Reply {
    /// The packages.
    pub packages: Vec<String>,
}

/// See [`Params`].
pub struct Ea4GetCurrentlyInstalledPackages;

impl Function for Ea4GetCurrentlyInstalledPackages {
    const NAME: &'static str = "ea4_get_currently_installed_packages";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
