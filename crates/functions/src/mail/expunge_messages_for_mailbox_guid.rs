//! `expunge_messages_for_mailbox_guid`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Deletes messages matching a Dovecot query from a mailbox given by GUID.
#[derive(Input)]
pub struct Params {
    /// Email account, e.g. `user@example.com`.
    pub account: String,
    /// 32 hex digits, from `get_mailbox_status`.
    pub mailbox_guid: String,
    /// Dovecot search query, e.g. savedbefore 52w.
    pub query: String,
}

/// See [`Params`].
pub struct ExpungeMessagesForMailboxGuid;

impl Function for ExpungeMessagesForMailboxGuid {
    const NAME: &'static str = "expunge_messages_for_mailbox_guid";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
