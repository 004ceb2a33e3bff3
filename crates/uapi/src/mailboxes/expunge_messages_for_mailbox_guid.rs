//! `Mailboxes::expunge_messages_for_mailbox_guid`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// .
#[derive(Input)]
pub struct Params {
    /// The account.
    pub account: String,
    /// The mailbox GUID.
    pub mailbox_guid: String,
    /// The query.
    pub query: String,
}

/// See [`Params`].
pub struct ExpungeMessagesForMailboxGuid;

impl Function for ExpungeMessagesForMailboxGuid {
    const NAME: &'static str = "expunge_messages_for_mailbox_guid";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
