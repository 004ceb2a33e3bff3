//! `Email::hold_outgoing`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Result, reply};

/// Holds a mailbox's outgoing mail in the queue.
#[derive(Input)]
pub struct Params {
    /// The email: full address.
    pub email: EmailAddress,
}

/// See [`Params`].
pub struct HoldOutgoing;

impl Function for HoldOutgoing {
    const NAME: &'static str = "hold_outgoing";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
