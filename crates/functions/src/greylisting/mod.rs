//! Greylisting: a file a function.

pub mod cpgreylist_is_server_netblock_trusted;
pub mod cpgreylist_list_entries_for_common_mail_provider;
pub mod cpgreylist_load_common_mail_providers_config;
pub mod cpgreylist_save_common_mail_providers_config;
pub mod cpgreylist_status;
pub mod cpgreylist_trust_entries_for_common_mail_provider;
pub mod cpgreylist_untrust_entries_for_common_mail_provider;
pub mod create_cpgreylist_trusted_host;
pub mod delete_cpgreylist_trusted_host;
pub mod disable_cpgreylist;
pub mod enable_cpgreylist;
pub mod load_cpgreylist_config;
pub mod read_cpgreylist_deferred_entries;
pub mod read_cpgreylist_trusted_hosts;
pub mod save_cpgreylist_config;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Greylisting",
    functions: &[
        Entry::of::<cpgreylist_is_server_netblock_trusted::CpgreylistIsServerNetblockTrusted>(),
        Entry::of::<cpgreylist_list_entries_for_common_mail_provider::CpgreylistListEntriesForCommonMailProvider>(),
        Entry::of::<cpgreylist_load_common_mail_providers_config::CpgreylistLoadCommonMailProvidersConfig>(),
        Entry::of::<cpgreylist_save_common_mail_providers_config::CpgreylistSaveCommonMailProvidersConfig>(),
        Entry::of::<cpgreylist_status::CpgreylistStatus>(),
        Entry::of::<cpgreylist_trust_entries_for_common_mail_provider::CpgreylistTrustEntriesForCommonMailProvider>(),
        Entry::of::<cpgreylist_untrust_entries_for_common_mail_provider::CpgreylistUntrustEntriesForCommonMailProvider>(),
        Entry::of::<create_cpgreylist_trusted_host::CreateCpgreylistTrustedHost>(),
        Entry::of::<delete_cpgreylist_trusted_host::DeleteCpgreylistTrustedHost>(),
        Entry::of::<disable_cpgreylist::DisableCpgreylist>(),
        Entry::of::<enable_cpgreylist::EnableCpgreylist>(),
        Entry::of::<load_cpgreylist_config::LoadCpgreylistConfig>(),
        Entry::of::<read_cpgreylist_deferred_entries::ReadCpgreylistDeferredEntries>(),
        Entry::of::<read_cpgreylist_trusted_hosts::ReadCpgreylistTrustedHosts>(),
        Entry::of::<save_cpgreylist_config::SaveCpgreylistConfig>(),
    ],
};
