//! `package_manager_submit_actions`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Start installing, removing and upgrading packages in the background.
#[derive(Input)]
pub struct Params {
    /// The install: package to install. One or several.
    #[param(family)]
    pub install: Vec<String>,
    /// The uninstall: package to remove. One or several.
    #[param(family)]
    pub uninstall: Vec<String>,
    /// The upgrade: package to upgrade. One or several.
    #[param(family)]
    pub upgrade: Vec<String>,
}

/// What `package_manager_submit_actions` answers.
#[derive(Output)]
pub struct Reply {
    /// The build.
    pub build: i64,
}

/// See [`Params`].
pub struct PackageManagerSubmitActions;

impl Function for PackageManagerSubmitActions {
    const NAME: &'static str = "package_manager_submit_actions";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
