//! `Email::suspend_outgoing`

use api::{Cx, Effect, EmailAddress, Flag, Function, Input, Needs, Result, reply};

/// Rejects a mailbox's outgoing mail.
#[derive(Input)]
pub struct Params {
    /// The email: full address.
    pub email: EmailAddress,
}

/// See [`Params`].
pub struct SuspendOutgoing;

impl Function for SuspendOutgoing {
    const NAME: &'static str = "suspend_outgoing";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Flag;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
