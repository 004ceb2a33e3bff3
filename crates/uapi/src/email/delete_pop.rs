//! `Email::delete_pop`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Result, reply};

/// Deletes a mailbox.
#[derive(Input)]
pub struct Params {
    /// Local part or full address.
    pub email: String,
    /// Main domain by default.
    pub domain: Option<DomainName>,
    /// "passwd" keeps the mail directory; anything else removes it.
    pub flags: Option<String>,
    /// 1 leaves the quota file alone.
    #[param(default = 0)]
    pub skip_quota: Flag,
}

/// See [`Params`].
pub struct DeletePop;

impl Function for DeletePop {
    const NAME: &'static str = "delete_pop";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
