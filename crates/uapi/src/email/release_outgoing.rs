//! `Email::release_outgoing`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Result, reply};

/// Releases a mailbox's held outgoing mail.
#[derive(Input)]
pub struct Params {
    /// The email: full address.
    pub email: EmailAddress,
}

/// See [`Params`].
pub struct ReleaseOutgoing;

impl Function for ReleaseOutgoing {
    const NAME: &'static str = "release_outgoing";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
