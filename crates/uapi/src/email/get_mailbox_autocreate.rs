//! `Email::get_mailbox_autocreate`

use api::{Cx, Effect, EmailAddress, Flag, Function, Input, Needs, Result, reply};

/// Tells whether plus addressing creates folders.
#[derive(Input)]
pub struct Params {
    /// The email.
    pub email: EmailAddress,
}

/// See [`Params`].
pub struct GetMailboxAutocreate;

impl Function for GetMailboxAutocreate {
    const NAME: &'static str = "get_mailbox_autocreate";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Flag;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
