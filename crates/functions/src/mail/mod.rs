//! Mail: a file a function.

pub mod disable_dkim;
pub mod disable_mail_sni;
pub mod emailtrack_search;
pub mod emailtrack_stats;
pub mod emailtrack_user_stats;
pub mod enable_dkim;
pub mod enable_mail_sni;
pub mod ensure_dkim_keys_exist;
pub mod exim_configuration_check;
pub mod expunge_mailbox_messages;
pub mod expunge_messages_for_mailbox_guid;
pub mod fetch_dkim_private_keys;
pub mod fetch_mail_queue;
pub mod generate_mobileconfig;
pub mod get_mailbox_status;
pub mod get_mailbox_status_list;
pub mod get_unique_recipient_count_per_sender_for_user;
pub mod get_unique_sender_recipient_count_per_user;
pub mod get_user_email_forward_destination;
pub mod hold_outgoing_email;
pub mod install_dkim_private_keys;
pub mod install_spf_records;
pub mod is_sni_supported;
pub mod list_pops_for;
pub mod mail_sni_status;
pub mod rebuild_mail_sni_config;
pub mod release_outgoing_email;
pub mod save_spamd_config;
pub mod set_user_email_forward_destination;
pub mod suspend_outgoing_email;
pub mod unsuspend_outgoing_email;
pub mod validate_current_dkims;
pub mod validate_current_installed_exim_config;
pub mod validate_current_ptrs;
pub mod validate_current_spfs;
pub mod validate_exim_configuration_syntax;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Mail",
    functions: &[
        Entry::of::<disable_dkim::DisableDkim>(),
        Entry::of::<disable_mail_sni::DisableMailSni>(),
        Entry::of::<emailtrack_search::EmailtrackSearch>(),
        Entry::of::<emailtrack_stats::EmailtrackStats>(),
        Entry::of::<emailtrack_user_stats::EmailtrackUserStats>(),
        Entry::of::<enable_dkim::EnableDkim>(),
        Entry::of::<enable_mail_sni::EnableMailSni>(),
        Entry::of::<ensure_dkim_keys_exist::EnsureDkimKeysExist>(),
        Entry::of::<exim_configuration_check::EximConfigurationCheck>(),
        Entry::of::<expunge_mailbox_messages::ExpungeMailboxMessages>(),
        Entry::of::<expunge_messages_for_mailbox_guid::ExpungeMessagesForMailboxGuid>(),
        Entry::of::<fetch_dkim_private_keys::FetchDkimPrivateKeys>(),
        Entry::of::<fetch_mail_queue::FetchMailQueue>(),
        Entry::of::<generate_mobileconfig::GenerateMobileconfig>(),
        Entry::of::<get_mailbox_status::GetMailboxStatus>(),
        Entry::of::<get_mailbox_status_list::GetMailboxStatusList>(),
        Entry::of::<
            get_unique_recipient_count_per_sender_for_user::GetUniqueRecipientCountPerSenderForUser,
        >(),
        Entry::of::<get_unique_sender_recipient_count_per_user::GetUniqueSenderRecipientCountPerUser>(
        ),
        Entry::of::<get_user_email_forward_destination::GetUserEmailForwardDestination>(),
        Entry::of::<hold_outgoing_email::HoldOutgoingEmail>(),
        Entry::of::<install_dkim_private_keys::InstallDkimPrivateKeys>(),
        Entry::of::<install_spf_records::InstallSpfRecords>(),
        Entry::of::<is_sni_supported::IsSniSupported>(),
        Entry::of::<list_pops_for::ListPopsFor>(),
        Entry::of::<mail_sni_status::MailSniStatus>(),
        Entry::of::<rebuild_mail_sni_config::RebuildMailSniConfig>(),
        Entry::of::<release_outgoing_email::ReleaseOutgoingEmail>(),
        Entry::of::<save_spamd_config::SaveSpamdConfig>(),
        Entry::of::<set_user_email_forward_destination::SetUserEmailForwardDestination>(),
        Entry::of::<suspend_outgoing_email::SuspendOutgoingEmail>(),
        Entry::of::<unsuspend_outgoing_email::UnsuspendOutgoingEmail>(),
        Entry::of::<validate_current_installed_exim_config::ValidateCurrentInstalledEximConfig>(),
        Entry::of::<validate_current_dkims::ValidateCurrentDkims>(),
        Entry::of::<validate_current_ptrs::ValidateCurrentPtrs>(),
        Entry::of::<validate_current_spfs::ValidateCurrentSpfs>(),
        Entry::of::<validate_exim_configuration_syntax::ValidateEximConfigurationSyntax>(),
    ],
};
