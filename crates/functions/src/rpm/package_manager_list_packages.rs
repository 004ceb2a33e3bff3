//! `package_manager_list_packages`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// List package names by state.
#[derive(Input)]
pub struct Params {
    /// The state.
    #[param(default = State::Any)]
    pub state: State,
}

/// What `state` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum State {
    /// `any`.
    #[word("any")]
    Any,
    /// `installed`.
    #[word("installed")]
    Installed,
    /// `not_installed`.
    #[word("not_installed")]
    NotInstalled,
    /// `updatable`.
    #[word("updatable")]
    Updatable,
}

/// What `package_manager_list_packages` answers.
#[derive(Output)]
pub struct Reply {
    /// The packages.
    pub packages: Vec<Package>,
}

/// One item of `packages`.
#[derive(Output)]
pub struct Package {
    /// The package.
    pub package: String,
}

/// See [`Params`].
pub struct PackageManagerListPackages;

impl Function for PackageManagerListPackages {
    const NAME: &'static str = "package_manager_list_packages";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
