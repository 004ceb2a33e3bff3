//! `Mailboxes::expunge_mailbox_messages`

use api::{Cx, Effect, Function, Input, Needs, Result, Value, reply};

/// .
#[derive(Input)]
pub struct Params {
    /// The account.
    pub account: String,
    /// The mailbox.
    pub mailbox: String,
    /// The query.
    pub query: String,
}

/// See [`Params`].
pub struct ExpungeMailboxMessages;

impl Function for ExpungeMailboxMessages {
    const NAME: &'static str = "expunge_mailbox_messages";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Value;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
