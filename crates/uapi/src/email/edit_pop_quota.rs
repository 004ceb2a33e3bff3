//! `Email::edit_pop_quota`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result, reply};

/// Changes a mailbox's quota.
#[derive(Input)]
pub struct Params {
    /// The text says main domain by default although marked required.
    pub domain: DomainName,
    /// Local part only, without `@domain`.
    pub email: String,
    /// Megabytes; 0 or "unlimited" for none; a value above the maximum is lowered to it.
    pub quota: Option<String>,
}

/// See [`Params`].
pub struct EditPopQuota;

impl Function for EditPopQuota {
    const NAME: &'static str = "edit_pop_quota";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
