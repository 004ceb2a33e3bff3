//! `Email::unsuspend_outgoing`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Accepts a mailbox's outgoing mail again.
#[derive(Input)]
pub struct Params {
    /// The email: full address.
    pub email: String,
}

/// See [`Params`].
pub struct UnsuspendOutgoing;

impl Function for UnsuspendOutgoing {
    const NAME: &'static str = "unsuspend_outgoing";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
