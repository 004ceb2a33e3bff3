//! `get_mailbox_status`

use std::collections::BTreeMap;

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result, ports::MailFolder};

use crate::domain::mail::{inboxes::Inbox, measure};

/// Tells what the folders of a mailbox hold.
#[derive(Input)]
pub struct Params {
    /// The mailbox; an account, or `_mainaccount@` before one of its domains, for the account's own.
    pub account: String,
}

/// What a folder holds.
#[derive(Output)]
pub struct Item {
    /// Its id.
    pub guid: String,
    /// Messages.
    pub messages: i64,
    /// Bytes of messages.
    pub vsize: i64,
}

/// See [`Params`].
pub struct GetMailboxStatus;

impl Function for GetMailboxStatus {
    const NAME: &'static str = "get_mailbox_status";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::AcctSummary]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = BTreeMap<String, Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let item = |folder: MailFolder| {
            let (messages, vsize) = (measure::wire(folder.messages), measure::wire(folder.bytes));
            (folder.name, Item { guid: folder.guid, messages, vsize })
        };
        let inbox = Inbox::reachable(cx, &params.account)?;
        Ok(inbox.folders(cx)?.into_iter().map(item).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    #[test]
    fn a_mailbox_is_found_by_its_address_and_the_accounts_own_by_two_names() {
        let world = World::new().account("anna", "root").mailbox("info@anna.test", "anna");
        let world = world.reseller("bob", &[api::Acl::AcctSummary]);
        let status = |account| world.data("root", "get_mailbox_status", &[("account", account)]);
        assert_eq!(status("info@anna.test")["INBOX"]["messages"], 0);
        world.mail("info@anna.test", "anna");
        assert_eq!(status("info@anna.test")["INBOX"]["messages"], 1);
        for own in ["anna", "_mainaccount@anna.test"] {
            assert_eq!(status(own)["INBOX"]["messages"], 0, "{own}");
        }
        for (caller, account, said) in [
            ("bob", "info@anna.test", "account: there is no domain “anna.test”."),
            ("bob", "_mainaccount@anna.test", "account: there is no domain “anna.test”."),
            ("bob", "anna", "There is no account “anna”."),
            ("root", "nobody@anna.test", "nobody@anna.test"),
            ("root", "a b", "account: "),
            ("root", "a@b c", "account: "),
        ] {
            let told = world.refusal(caller, "get_mailbox_status", &[("account", account)]);
            assert!(told.contains(said), "{told}");
        }
    }
}
