//! `Email::enable_mailbox_autocreate`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result, reply};

/// Lets plus addressing create missing folders.
#[derive(Input)]
pub struct Params {
    /// The email.
    pub email: String,
}

/// See [`Params`].
pub struct EnableMailboxAutocreate;

impl Function for EnableMailboxAutocreate {
    const NAME: &'static str = "enable_mailbox_autocreate";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Flag;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
