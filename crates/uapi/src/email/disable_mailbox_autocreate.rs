//! `Email::disable_mailbox_autocreate`

use api::{Cx, Effect, EmailAddress, Flag, Function, Input, Needs, Result, reply};

/// Stops folder creation by plus addressing.
#[derive(Input)]
pub struct Params {
    /// The email.
    pub email: EmailAddress,
}

/// See [`Params`].
pub struct DisableMailboxAutocreate;

impl Function for DisableMailboxAutocreate {
    const NAME: &'static str = "disable_mailbox_autocreate";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Flag;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
