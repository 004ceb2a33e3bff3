//! `Email::get_held_message_count`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Result, reply};

/// Counts a mailbox's held outgoing messages.
#[derive(Input)]
pub struct Params {
    /// The email.
    pub email: Option<EmailAddress>,
}

/// See [`Params`].
pub struct GetHeldMessageCount;

impl Function for GetHeldMessageCount {
    const NAME: &'static str = "get_held_message_count";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = i64;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
