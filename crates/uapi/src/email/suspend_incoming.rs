//! `Email::suspend_incoming`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Result, reply};

/// Rejects a mailbox's incoming mail.
#[derive(Input)]
pub struct Params {
    /// Full address; marked optional.
    pub email: Option<EmailAddress>,
}

/// See [`Params`].
pub struct SuspendIncoming;

impl Function for SuspendIncoming {
    const NAME: &'static str = "suspend_incoming";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
