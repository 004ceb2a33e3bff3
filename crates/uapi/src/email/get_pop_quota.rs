//! `Email::get_pop_quota`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Result, reply};

/// Shows a mailbox's quota.
#[derive(Input)]
pub struct Params {
    /// Local part only, without `@domain`.
    pub email: String,
    /// The as bytes flag: 0 or 1.
    #[param(default = 0)]
    pub as_bytes: Flag,
    /// Main domain by default.
    pub domain: Option<DomainName>,
}

/// See [`Params`].
pub struct GetPopQuota;

impl Function for GetPopQuota {
    const NAME: &'static str = "get_pop_quota";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = i64;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
