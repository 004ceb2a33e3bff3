//! `Mailboxes::expunge_messages_for_mailbox_guid`

use api::{Cx, Effect, Function, Input, Needs, Result};
use functions::domain::mail::inboxes::{Folder, Inbox};

/// Removes messages from a folder that is named by its id.
#[derive(Input)]
pub struct Params {
    /// The mailbox, or the account for its own.
    pub account: String,
    /// The folder's id.
    pub mailbox_guid: String,
    /// Which messages: `all`, `seen`, `unseen`, `savedbefore 30d`, `larger 50M`; several must all
    /// hold.
    pub query: String,
}

/// See [`Params`].
pub struct ExpungeMessagesForMailboxGuid;

impl Function for ExpungeMessagesForMailboxGuid {
    const NAME: &'static str = "expunge_messages_for_mailbox_guid";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let inbox = Inbox::of_caller(cx, &params.account)?;
        inbox.expunge(cx, Folder::Guid(&params.mailbox_guid), &params.query)
    }
}

#[cfg(test)]
mod tests {
    use api::ports::OutgoingMessage;

    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn the_folder_is_found_by_its_id() {
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
        let guid = call("get_mailbox_status_list", &[])[0]["guid"].as_str().unwrap().to_owned();
        let form = [("mailbox_guid", guid.as_str()), ("query", "seen")];
        call("expunge_messages_for_mailbox_guid", &form);
        assert_eq!(call("get_mailbox_status_list", &[])[0]["messages"], 1);
        call("expunge_messages_for_mailbox_guid", &[form[0], ("query", "all")]);
        assert_eq!(call("get_mailbox_status_list", &[])[0]["messages"], 0);
        let form = [("account", "info@amy.test"), ("mailbox_guid", "0"), ("query", "all")];
        let said =
            world.uapi_refusal("amy", "Mailboxes", "expunge_messages_for_mailbox_guid", &form);
        assert_eq!(said, "mailbox_guid: there is no folder of that id.");
    }
}
