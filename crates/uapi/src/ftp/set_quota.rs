//! `Ftp::set_quota`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Result, reply};

/// Changes an FTP account's quota.
#[derive(Input)]
pub struct Params {
    /// The user.
    pub user: String,
    /// Main domain by default.
    pub domain: Option<DomainName>,
    /// 1 lifts the quota.
    #[param(default = 0)]
    pub kill: Flag,
    /// Megabytes; 0 is unlimited.
    #[param(default = 0)]
    pub quota: i64,
}

/// See [`Params`].
pub struct SetQuota;

impl Function for SetQuota {
    const NAME: &'static str = "set_quota";
    const NEEDS: Needs = Needs::Features(&["ftpaccts"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
