//! `expunge_mailbox_messages`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Result};

use crate::domain::mail::inboxes::{Folder, Inbox};

/// Removes messages from a folder of a mailbox.
#[derive(Input)]
pub struct Params {
    /// The mailbox; `_mainaccount@` before a domain for the account's own.
    pub account: EmailAddress,
    /// The folder: `INBOX`, `INBOX.Trash`.
    pub mailbox: String,
    /// Which messages: `all`, `seen`, `unseen`, `savedbefore 30d`, `larger 50M`; several must all
    /// hold.
    pub query: String,
}

/// See [`Params`].
pub struct ExpungeMailboxMessages;

impl Function for ExpungeMailboxMessages {
    const NAME: &'static str = "expunge_mailbox_messages";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let inbox = Inbox::reachable(cx, params.account.as_str())?;
        inbox.expunge(cx, Folder::Name(&params.mailbox), &params.query)
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    #[test]
    fn what_the_query_picks_goes() {
        let world = World::new().account("anna", "root").mailbox("info@anna.test", "anna");
        world.mail("info@anna.test", "anna");
        let messages = || {
            let told = world.data("root", "get_mailbox_status", &[("account", "info@anna.test")]);
            told["INBOX"]["messages"].clone()
        };
        let form = |mailbox, query| {
            [("account", "info@anna.test"), ("mailbox", mailbox), ("query", query)]
        };
        for (mailbox, query, said) in [
            ("INBOX.None", "all", "mailbox: there is no such folder."),
            ("INBOX", "some", "query: "),
        ] {
            let told = world.refusal("root", "expunge_mailbox_messages", &form(mailbox, query));
            assert!(told.starts_with(said), "{told}");
        }
        world.call("root", "expunge_mailbox_messages", &form("INBOX", "seen")).unwrap();
        assert_eq!(messages(), 1);
        world.call("root", "expunge_mailbox_messages", &form("INBOX", "unseen")).unwrap();
        assert_eq!(messages(), 0);
    }
}
