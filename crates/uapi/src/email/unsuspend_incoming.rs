//! `Email::unsuspend_incoming`

use api::{Cx, Effect, EmailAddress, Flag, Function, Input, Needs, Result, reply};

/// Accepts a mailbox's incoming mail again.
#[derive(Input)]
pub struct Params {
    /// Full address; marked optional.
    pub email: Option<EmailAddress>,
}

/// See [`Params`].
pub struct UnsuspendIncoming;

impl Function for UnsuspendIncoming {
    const NAME: &'static str = "unsuspend_incoming";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Flag;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
