//! `get_mailbox_status_list`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result, ports::MailFolder};

use crate::domain::mail::{inboxes::Inbox, measure};

/// Lists the folders of a mailbox with what they hold.
#[derive(Input)]
pub struct Params {
    /// The mailbox; an account, or `_mainaccount@` before one of its domains, for the account's own.
    pub account: String,
}

/// What `get_mailbox_status_list` answers.
#[derive(Output)]
pub struct Reply {
    /// The folders.
    pub mailboxes: Vec<Item>,
}

/// A folder.
#[derive(Output)]
pub struct Item {
    /// Its id.
    pub guid: String,
    /// Its name.
    pub mailbox: String,
    /// Messages.
    pub messages: i64,
    /// Bytes of messages.
    pub vsize: i64,
}

/// See [`Params`].
pub struct GetMailboxStatusList;

impl Function for GetMailboxStatusList {
    const NAME: &'static str = "get_mailbox_status_list";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::AcctSummary]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let item = |folder: MailFolder| Item {
            guid: folder.guid,
            mailbox: folder.name,
            messages: measure::wire(folder.messages),
            vsize: measure::wire(folder.bytes),
        };
        let folders = Inbox::reachable(cx, &params.account)?.folders(cx)?;
        Ok(Reply { mailboxes: folders.into_iter().map(item).collect() })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    #[test]
    fn folders_are_listed_with_what_they_hold() {
        let world = World::new().account("anna", "root").mailbox("info@anna.test", "anna");
        let bytes = world.mail("info@anna.test", "anna");
        let form = [("account", "info@anna.test")];
        let told = world.data("root", "get_mailbox_status_list", &form)["mailboxes"].clone();
        assert_eq!((&told[0]["mailbox"], &told[0]["messages"]), (&"INBOX".into(), &1.into()));
        assert_eq!(
            (&told[0]["vsize"], told[0]["guid"].as_str().unwrap().len()),
            (&bytes.into(), 32)
        );
        let world = world.reseller("bob", &[api::Acl::AcctSummary]);
        assert!(world.call("bob", "get_mailbox_status_list", &form).is_err());
    }
}
