//! `package_manager_get_package_info`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// Return details of packages, by namespace or by name.
#[derive(Input)]
pub struct Params {
    /// Ea or a prefix of `ea4_get_additional_pkg_prefixes`; ns or package must be given, not both.
    /// One or several.
    #[param(family)]
    pub ns: Vec<String>,
    /// Package name; ns or package must be given, not both. One or several.
    #[param(family)]
    pub package: Vec<String>,
    /// 1: ignore the package manager's exclude list.
    #[param(name = "disable-excludes", default = 0)]
    pub disable_excludes: Flag,
}

/// What `package_manager_get_package_info` answers.
#[derive(Output)]
pub struct Reply {
    /// The packages.
    pub packages: Vec<Package>,
}

/// One item of `packages`.
#[derive(Output)]
pub struct Package {
    /// The architecture.
    pub architecture: String,
    /// The license.
    pub license: String,
    /// The long description.
    pub long_description: String,
    /// The more information URL.
    pub more_info_url: Option<String>,
    /// The package.
    pub package: String,
    /// The package dep.
    pub pkg_dep: PkgDep,
    /// The package group.
    pub pkg_group: String,
    /// The release.
    pub release: String,
    /// The repo name.
    pub repo_name: String,
    /// The short description.
    pub short_description: String,
    /// The size.
    pub size: i64,
    /// The state.
    pub state: State,
    /// The version.
    pub version: String,
    /// The version installed.
    pub version_installed: String,
    /// The version latest.
    pub version_latest: String,
}

/// The package dep.
#[derive(Output)]
pub struct PkgDep {
    /// The conflicts.
    pub conflicts: Vec<String>,
    /// The requires.
    pub requires: Vec<String>,
}

/// What `state` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum State {
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

/// See [`Params`].
pub struct PackageManagerGetPackageInfo;

impl Function for PackageManagerGetPackageInfo {
    const NAME: &'static str = "package_manager_get_package_info";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
