//! `setresellerlimits`

use api::{Cx, Effect, Flag, Function, Input, Legacy, Needs, Result, UserName, reply};

/// Set account, disk, bandwidth and overselling limits of one reseller.
#[derive(Input)]
pub struct Params {
    /// The user.
    pub user: UserName,
    /// At least 1; counts only with `enable_account_limit=1`.
    pub account_limit: Option<i64>,
    /// MB, at least 0; counts only with `enable_resource_limits=1`.
    pub bandwidth_limit: Option<i64>,
    /// MB, at least 0; counts only with `enable_resource_limits=1`.
    pub diskspace_limit: Option<i64>,
    /// Enable account limit: goes with `account_limit`.
    #[param(default = 0)]
    pub enable_account_limit: Flag,
    /// Enable overselling: counts only with `enable_resource_limits=1`.
    pub enable_overselling: Option<Flag>,
    /// Enable overselling bandwidth: counts only with `enable_resource_limits=1` and
    /// `enable_overselling=1`.
    pub enable_overselling_bandwidth: Option<Flag>,
    /// Enable overselling diskspace: counts only with `enable_resource_limits=1` and
    /// `enable_overselling=1`.
    pub enable_overselling_diskspace: Option<Flag>,
    /// Enable package limit numbers: apply the per-package account numbers.
    pub enable_package_limit_numbers: Option<Flag>,
    /// Enable package limits: limit the reseller to allowed packages.
    pub enable_package_limits: Option<Flag>,
    /// Enable resource limits: switch for disk, bandwidth and overselling.
    #[param(default = 0)]
    pub enable_resource_limits: Flag,
}

/// See [`Params`].
pub struct Setresellerlimits;

impl Function for Setresellerlimits {
    const NAME: &'static str = "setresellerlimits";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::Result;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
