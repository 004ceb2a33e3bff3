//! `expunge_mailbox_messages`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Result, reply};

/// Deletes messages matching a Dovecot query from a named mailbox.
#[derive(Input)]
pub struct Params {
    /// An existing email account.
    pub account: EmailAddress,
    /// Mailbox name, e.g. INBOX; wildcards cannot be escaped.
    pub mailbox: String,
    /// Dovecot search query, e.g. savedbefore 52w.
    pub query: String,
}

/// See [`Params`].
pub struct ExpungeMailboxMessages;

impl Function for ExpungeMailboxMessages {
    const NAME: &'static str = "expunge_mailbox_messages";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
