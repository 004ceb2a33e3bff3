//! `Mailboxes::expunge_mailbox_messages`

use api::{Cx, Effect, Function, Input, Needs, Result};
use functions::domain::mail::inboxes::{Folder, Inbox};

/// Removes messages from a folder of a mailbox.
#[derive(Input)]
pub struct Params {
    /// The mailbox, or the account for its own.
    pub account: String,
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
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let inbox = Inbox::of_caller(cx, &params.account)?;
        inbox.expunge(cx, Folder::Name(&params.mailbox), &params.query)
    }
}

#[cfg(test)]
mod tests {
    use api::ports::OutgoingMessage;

    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn what_the_question_picks_goes() {
        let world = world();
        let send = |body: &str| {
            let message = OutgoingMessage {
                account: "amy".parse().unwrap(),
                sender: "x@else.test".parse().unwrap(),
                recipient: "info@amy.test".parse().unwrap(),
                text: format!("Subject: x\n\n{body}"),
                at: world.host.clock.now(),
            };
            world.host.mail.send(&message).unwrap();
        };
        let call = |name: &str, form: &[(&str, &str)]| {
            let form = [&[("account", "info@amy.test")], form].concat();
            world.uapi_data("amy", "Mailboxes", name, &form)
        };
        send("hello");
        send(&"long".repeat(1000));
        call("expunge_mailbox_messages", &[("mailbox", "INBOX"), ("query", "larger 1K unseen")]);
        assert_eq!(call("get_mailbox_status_list", &[])[0]["messages"], 1);
        call("expunge_mailbox_messages", &[("mailbox", "INBOX"), ("query", "all")]);
        assert_eq!(call("get_mailbox_status_list", &[])[0]["messages"], 0);
        for (mailbox, query, said) in [("Other", "all", "mailbox: "), ("INBOX", "some", "query: ")]
        {
            let form = [("account", "info@amy.test"), ("mailbox", mailbox), ("query", query)];
            let told = world.uapi_refusal("amy", "Mailboxes", "expunge_mailbox_messages", &form);
            assert!(told.starts_with(said), "{told}");
        }
    }
}
