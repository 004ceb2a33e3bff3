//! The module `Mailboxes` of UAPI: a file a function.

pub mod expunge_mailbox_messages;
pub mod expunge_messages_for_mailbox_guid;
pub mod get_mailbox_status_list;
pub mod has_utf8_mailbox_names;
pub mod set_utf8_mailbox_names;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Mailboxes",
    functions: &[
        Entry::of::<expunge_mailbox_messages::ExpungeMailboxMessages>(),
        Entry::of::<expunge_messages_for_mailbox_guid::ExpungeMessagesForMailboxGuid>(),
        Entry::of::<get_mailbox_status_list::GetMailboxStatusList>(),
        Entry::of::<has_utf8_mailbox_names::HasUtf8MailboxNames>(),
        Entry::of::<set_utf8_mailbox_names::SetUtf8MailboxNames>(),
    ],
};
