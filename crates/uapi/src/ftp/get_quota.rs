//! `Ftp::get_quota`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result, reply};

/// Shows an FTP account's quota.
#[derive(Input)]
pub struct Params {
    /// The account.
    pub account: String,
    /// Main domain by default.
    pub domain: Option<DomainName>,
}

/// See [`Params`].
pub struct GetQuota;

impl Function for GetQuota {
    const NAME: &'static str = "get_quota";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = String;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
