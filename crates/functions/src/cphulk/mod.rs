//! cPHulk: a file a function.

pub mod cphulk_status;
pub mod create_cphulk_record;
pub mod delete_cphulk_record;
pub mod disable_cphulk;
pub mod enable_cphulk;
pub mod flush_cphulk_login_history;
pub mod flush_cphulk_login_history_for_ips;
pub mod get_countries_with_known_ip_ranges;
pub mod get_cphulk_brutes;
pub mod get_cphulk_excessive_brutes;
pub mod get_cphulk_failed_logins;
pub mod get_cphulk_user_brutes;
pub mod load_cphulk_config;
pub mod read_cphulk_records;
pub mod save_cphulk_config;
pub mod set_cphulk_config_key;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "cPHulk",
    functions: &[
        Entry::of::<cphulk_status::CphulkStatus>(),
        Entry::of::<create_cphulk_record::CreateCphulkRecord>(),
        Entry::of::<delete_cphulk_record::DeleteCphulkRecord>(),
        Entry::of::<disable_cphulk::DisableCphulk>(),
        Entry::of::<enable_cphulk::EnableCphulk>(),
        Entry::of::<flush_cphulk_login_history::FlushCphulkLoginHistory>(),
        Entry::of::<flush_cphulk_login_history_for_ips::FlushCphulkLoginHistoryForIps>(),
        Entry::of::<get_countries_with_known_ip_ranges::GetCountriesWithKnownIpRanges>(),
        Entry::of::<get_cphulk_brutes::GetCphulkBrutes>(),
        Entry::of::<get_cphulk_excessive_brutes::GetCphulkExcessiveBrutes>(),
        Entry::of::<get_cphulk_failed_logins::GetCphulkFailedLogins>(),
        Entry::of::<get_cphulk_user_brutes::GetCphulkUserBrutes>(),
        Entry::of::<load_cphulk_config::LoadCphulkConfig>(),
        Entry::of::<read_cphulk_records::ReadCphulkRecords>(),
        Entry::of::<save_cphulk_config::SaveCphulkConfig>(),
        Entry::of::<set_cphulk_config_key::SetCphulkConfigKey>(),
    ],
};
