//! The module `BoxTrapper` of UAPI: a file a function.

pub mod blacklist_messages;
pub mod delete_messages;
pub mod deliver_messages;
pub mod get_allowlist;
pub mod get_blocklist;
pub mod get_configuration;
pub mod get_email_template;
pub mod get_forwarders;
pub mod get_ignorelist;
pub mod get_log;
pub mod get_message;
pub mod get_status;
pub mod ignore_messages;
pub mod list_email_templates;
pub mod list_queued_messages;
pub mod process_messages;
pub mod reset_email_template;
pub mod save_configuration;
pub mod save_email_template;
pub mod set_allowlist;
pub mod set_blocklist;
pub mod set_forwarders;
pub mod set_ignorelist;
pub mod set_status;
pub mod whitelist_messages;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "BoxTrapper",
    functions: &[
        Entry::of::<blacklist_messages::BlacklistMessages>(),
        Entry::of::<delete_messages::DeleteMessages>(),
        Entry::of::<deliver_messages::DeliverMessages>(),
        Entry::of::<get_allowlist::GetAllowlist>(),
        Entry::of::<get_blocklist::GetBlocklist>(),
        Entry::of::<get_configuration::GetConfiguration>(),
        Entry::of::<get_email_template::GetEmailTemplate>(),
        Entry::of::<get_forwarders::GetForwarders>(),
        Entry::of::<get_ignorelist::GetIgnorelist>(),
        Entry::of::<get_log::GetLog>(),
        Entry::of::<get_message::GetMessage>(),
        Entry::of::<get_status::GetStatus>(),
        Entry::of::<ignore_messages::IgnoreMessages>(),
        Entry::of::<list_email_templates::ListEmailTemplates>(),
        Entry::of::<list_queued_messages::ListQueuedMessages>(),
        Entry::of::<process_messages::ProcessMessages>(),
        Entry::of::<reset_email_template::ResetEmailTemplate>(),
        Entry::of::<save_configuration::SaveConfiguration>(),
        Entry::of::<save_email_template::SaveEmailTemplate>(),
        Entry::of::<set_allowlist::SetAllowlist>(),
        Entry::of::<set_blocklist::SetBlocklist>(),
        Entry::of::<set_forwarders::SetForwarders>(),
        Entry::of::<set_ignorelist::SetIgnorelist>(),
        Entry::of::<set_status::SetStatus>(),
        Entry::of::<whitelist_messages::WhitelistMessages>(),
    ],
};
