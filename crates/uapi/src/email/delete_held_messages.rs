//! `Email::delete_held_messages`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Result, reply};

/// Deletes a mailbox's held outgoing messages.
#[derive(Input)]
pub struct Params {
    /// The email.
    pub email: EmailAddress,
}

/// See [`Params`].
pub struct DeleteHeldMessages;

impl Function for DeleteHeldMessages {
    const NAME: &'static str = "delete_held_messages";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = i64;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
