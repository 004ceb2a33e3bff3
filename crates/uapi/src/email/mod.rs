//! The module `Email` of UAPI: a file a function.

pub mod account_name;
pub mod add_auto_responder;
pub mod add_domain_forwarder;
pub mod add_forwarder;
pub mod add_list;
pub mod add_mailman_delegates;
pub mod add_mx;
pub mod add_pop;
pub mod add_spam_filter;
pub mod browse_mailbox;
pub mod change_mx;
pub mod check_fastmail;
pub mod count_auto_responders;
pub mod count_filters;
pub mod count_forwarders;
pub mod count_lists;
pub mod count_pops;
pub mod delete_auto_responder;
pub mod delete_domain_forwarder;
pub mod delete_filter;
pub mod delete_forwarder;
pub mod delete_held_messages;
pub mod delete_list;
pub mod delete_mx;
pub mod delete_pop;
pub mod disable_filter;
pub mod disable_mailbox_autocreate;
pub mod disable_spam_assassin;
pub mod disable_spam_autodelete;
pub mod disable_spam_box;
pub mod dispatch_client_settings;
pub mod edit_pop_quota;
pub mod enable_filter;
pub mod enable_mailbox_autocreate;
pub mod enable_spam_assassin;
pub mod enable_spam_box;
pub mod export_lists;
pub mod fetch_charmaps;
pub mod fts_rescan_mailbox;
pub mod generate_mailman_otp;
pub mod get_auto_responder;
pub mod get_charsets;
pub mod get_client_settings;
pub mod get_default_email_quota;
pub mod get_default_email_quota_mib;
pub mod get_disk_usage;
pub mod get_filter;
pub mod get_held_message_count;
pub mod get_lists_total_disk_usage;
pub mod get_mailbox_autocreate;
pub mod get_mailman_delegates;
pub mod get_main_account_disk_usage;
pub mod get_main_account_disk_usage_bytes;
pub mod get_max_email_quota;
pub mod get_max_email_quota_mib;
pub mod get_pop_quota;
pub mod get_spam_settings;
pub mod get_webmail_settings;
pub mod has_delegated_mailman_lists;
pub mod has_plaintext_authentication;
pub mod hold_outgoing;
pub mod list_auto_responders;
pub mod list_default_address;
pub mod list_domain_forwarders;
pub mod list_filters;
pub mod list_filters_backups;
pub mod list_forwarders;
pub mod list_forwarders_backups;
pub mod list_lists;
pub mod list_mail_domains;
pub mod list_mxs;
pub mod list_pops;
pub mod list_pops_with_disk;
pub mod list_system_filter_info;
pub mod passwd_list;
pub mod passwd_pop;
pub mod release_outgoing;
pub mod remove_mailman_delegates;
pub mod reorder_filters;
pub mod set_always_accept;
pub mod set_default_address;
pub mod set_list_privacy_options;
pub mod set_manual_mx_redirects;
pub mod stats_db_status;
pub mod store_filter;
pub mod suspend_incoming;
pub mod suspend_login;
pub mod suspend_outgoing;
pub mod terminate_mailbox_sessions;
pub mod trace_delivery;
pub mod trace_filter;
pub mod unset_manual_mx_redirects;
pub mod unsuspend_incoming;
pub mod unsuspend_login;
pub mod unsuspend_outgoing;
pub mod verify_password;

#[cfg(test)]
pub(crate) mod samples;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Email",
    functions: &[
        Entry::of::<account_name::AccountName>(),
        Entry::of::<add_auto_responder::AddAutoResponder>(),
        Entry::of::<add_domain_forwarder::AddDomainForwarder>(),
        Entry::of::<add_forwarder::AddForwarder>(),
        Entry::of::<add_list::AddList>(),
        Entry::of::<add_mailman_delegates::AddMailmanDelegates>(),
        Entry::of::<add_mx::AddMx>(),
        Entry::of::<add_pop::AddPop>(),
        Entry::of::<add_spam_filter::AddSpamFilter>(),
        Entry::of::<browse_mailbox::BrowseMailbox>(),
        Entry::of::<change_mx::ChangeMx>(),
        Entry::of::<check_fastmail::CheckFastmail>(),
        Entry::of::<count_auto_responders::CountAutoResponders>(),
        Entry::of::<count_filters::CountFilters>(),
        Entry::of::<count_forwarders::CountForwarders>(),
        Entry::of::<count_lists::CountLists>(),
        Entry::of::<count_pops::CountPops>(),
        Entry::of::<delete_auto_responder::DeleteAutoResponder>(),
        Entry::of::<delete_domain_forwarder::DeleteDomainForwarder>(),
        Entry::of::<delete_filter::DeleteFilter>(),
        Entry::of::<delete_forwarder::DeleteForwarder>(),
        Entry::of::<delete_held_messages::DeleteHeldMessages>(),
        Entry::of::<delete_list::DeleteList>(),
        Entry::of::<delete_mx::DeleteMx>(),
        Entry::of::<delete_pop::DeletePop>(),
        Entry::of::<disable_filter::DisableFilter>(),
        Entry::of::<disable_mailbox_autocreate::DisableMailboxAutocreate>(),
        Entry::of::<disable_spam_assassin::DisableSpamAssassin>(),
        Entry::of::<disable_spam_autodelete::DisableSpamAutodelete>(),
        Entry::of::<disable_spam_box::DisableSpamBox>(),
        Entry::of::<dispatch_client_settings::DispatchClientSettings>(),
        Entry::of::<edit_pop_quota::EditPopQuota>(),
        Entry::of::<enable_filter::EnableFilter>(),
        Entry::of::<enable_mailbox_autocreate::EnableMailboxAutocreate>(),
        Entry::of::<enable_spam_assassin::EnableSpamAssassin>(),
        Entry::of::<enable_spam_box::EnableSpamBox>(),
        Entry::of::<export_lists::ExportLists>(),
        Entry::of::<fetch_charmaps::FetchCharmaps>(),
        Entry::of::<fts_rescan_mailbox::FtsRescanMailbox>(),
        Entry::of::<generate_mailman_otp::GenerateMailmanOtp>(),
        Entry::of::<get_auto_responder::GetAutoResponder>(),
        Entry::of::<get_charsets::GetCharsets>(),
        Entry::of::<get_client_settings::GetClientSettings>(),
        Entry::of::<get_default_email_quota::GetDefaultEmailQuota>(),
        Entry::of::<get_default_email_quota_mib::GetDefaultEmailQuotaMib>(),
        Entry::of::<get_disk_usage::GetDiskUsage>(),
        Entry::of::<get_filter::GetFilter>(),
        Entry::of::<get_held_message_count::GetHeldMessageCount>(),
        Entry::of::<get_lists_total_disk_usage::GetListsTotalDiskUsage>(),
        Entry::of::<get_mailbox_autocreate::GetMailboxAutocreate>(),
        Entry::of::<get_mailman_delegates::GetMailmanDelegates>(),
        Entry::of::<get_main_account_disk_usage::GetMainAccountDiskUsage>(),
        Entry::of::<get_main_account_disk_usage_bytes::GetMainAccountDiskUsageBytes>(),
        Entry::of::<get_max_email_quota::GetMaxEmailQuota>(),
        Entry::of::<get_max_email_quota_mib::GetMaxEmailQuotaMib>(),
        Entry::of::<get_pop_quota::GetPopQuota>(),
        Entry::of::<get_spam_settings::GetSpamSettings>(),
        Entry::of::<get_webmail_settings::GetWebmailSettings>(),
        Entry::of::<has_delegated_mailman_lists::HasDelegatedMailmanLists>(),
        Entry::of::<has_plaintext_authentication::HasPlaintextAuthentication>(),
        Entry::of::<hold_outgoing::HoldOutgoing>(),
        Entry::of::<list_auto_responders::ListAutoResponders>(),
        Entry::of::<list_default_address::ListDefaultAddress>(),
        Entry::of::<list_domain_forwarders::ListDomainForwarders>(),
        Entry::of::<list_filters::ListFilters>(),
        Entry::of::<list_filters_backups::ListFiltersBackups>(),
        Entry::of::<list_forwarders::ListForwarders>(),
        Entry::of::<list_forwarders_backups::ListForwardersBackups>(),
        Entry::of::<list_lists::ListLists>(),
        Entry::of::<list_mail_domains::ListMailDomains>(),
        Entry::of::<list_mxs::ListMxs>(),
        Entry::of::<list_pops::ListPops>(),
        Entry::of::<list_pops_with_disk::ListPopsWithDisk>(),
        Entry::of::<list_system_filter_info::ListSystemFilterInfo>(),
        Entry::of::<passwd_list::PasswdList>(),
        Entry::of::<passwd_pop::PasswdPop>(),
        Entry::of::<release_outgoing::ReleaseOutgoing>(),
        Entry::of::<remove_mailman_delegates::RemoveMailmanDelegates>(),
        Entry::of::<reorder_filters::ReorderFilters>(),
        Entry::of::<set_always_accept::SetAlwaysAccept>(),
        Entry::of::<set_default_address::SetDefaultAddress>(),
        Entry::of::<set_list_privacy_options::SetListPrivacyOptions>(),
        Entry::of::<set_manual_mx_redirects::SetManualMxRedirects>(),
        Entry::of::<stats_db_status::StatsDbStatus>(),
        Entry::of::<store_filter::StoreFilter>(),
        Entry::of::<suspend_incoming::SuspendIncoming>(),
        Entry::of::<suspend_login::SuspendLogin>(),
        Entry::of::<suspend_outgoing::SuspendOutgoing>(),
        Entry::of::<terminate_mailbox_sessions::TerminateMailboxSessions>(),
        Entry::of::<trace_delivery::TraceDelivery>(),
        Entry::of::<trace_filter::TraceFilter>(),
        Entry::of::<unset_manual_mx_redirects::UnsetManualMxRedirects>(),
        Entry::of::<unsuspend_incoming::UnsuspendIncoming>(),
        Entry::of::<unsuspend_login::UnsuspendLogin>(),
        Entry::of::<unsuspend_outgoing::UnsuspendOutgoing>(),
        Entry::of::<verify_password::VerifyPassword>(),
    ],
};
