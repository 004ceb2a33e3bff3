//! `expunge_messages_for_mailbox_guid`

use api::{Cx, Effect, Function, Input, Needs, Result};

use crate::domain::mail::inboxes::{Folder, Inbox};

/// Removes messages from a folder that is named by its id.
#[derive(Input)]
pub struct Params {
    /// The mailbox; an account, or `_mainaccount@` before one of its domains, for the account's own.
    pub account: String,
    /// The folder's id, as `get_mailbox_status` tells it.
    pub mailbox_guid: String,
    /// Which messages: `all`, `seen`, `unseen`, `savedbefore 30d`, `larger 50M`; several must all
    /// hold.
    pub query: String,
}

/// See [`Params`].
pub struct ExpungeMessagesForMailboxGuid;

impl Function for ExpungeMessagesForMailboxGuid {
    const NAME: &'static str = "expunge_messages_for_mailbox_guid";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let inbox = Inbox::reachable(cx, &params.account)?;
        inbox.expunge(cx, Folder::Guid(&params.mailbox_guid), &params.query)
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    #[test]
    fn the_folder_is_found_by_its_id() {
        let world = World::new().account("anna", "root").mailbox("info@anna.test", "anna");
        world.mail("info@anna.test", "anna");
        let inbox = || {
            let told = world.data("root", "get_mailbox_status", &[("account", "info@anna.test")]);
            told["INBOX"].clone()
        };
        let guid = inbox()["guid"].as_str().unwrap().to_owned();
        let mut form =
            [("account", "info@anna.test"), ("mailbox_guid", "0"), ("query", "larger 1K")];
        let said = world.refusal("root", "expunge_messages_for_mailbox_guid", &form);
        assert_eq!(said, "mailbox_guid: there is no folder of that id.");
        form[1].1 = &guid;
        world.call("root", "expunge_messages_for_mailbox_guid", &form).unwrap();
        assert_eq!(inbox()["messages"], 1);
        form[2].1 = "all";
        world.call("root", "expunge_messages_for_mailbox_guid", &form).unwrap();
        assert_eq!(inbox()["messages"], 0);
    }
}
