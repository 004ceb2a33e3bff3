//! `package_manager_resolve_actions`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Work out what provisioning a set of packages would change.
#[derive(Input)]
pub struct Params {
    /// The package: a wanted package. One or several.
    #[param(family)]
    pub package: Vec<String>,
    /// Ea or a prefix of `ea4_get_additional_pkg_prefixes`. One or several.
    #[param(family)]
    pub ns: Vec<String>,
}

/// What `package_manager_resolve_actions` answers.
#[derive(Output)]
pub struct Reply {
    /// The install.
    pub install: Vec<String>,
    /// The unaffected.
    pub unaffected: Vec<String>,
    /// The uninstall.
    pub uninstall: Vec<String>,
    /// The upgrade.
    pub upgrade: Vec<String>,
}

/// See [`Params`].
pub struct PackageManagerResolveActions;

impl Function for PackageManagerResolveActions {
    const NAME: &'static str = "package_manager_resolve_actions";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
