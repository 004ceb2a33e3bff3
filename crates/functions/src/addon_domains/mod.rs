//! Addon Domains: a file a function.

pub mod convert_addon_fetch_conversion_details;
pub mod convert_addon_fetch_domain_details;
pub mod convert_addon_get_conversion_status;
pub mod convert_addon_initiate_conversion;
pub mod convert_addon_list_addon_domains;
pub mod convert_addon_list_conversions;

use api::{Entry, Group, UnixTime};

/// When a job or a step began and ended, as callers are told: 0 where it has not ended.
fn times(started: UnixTime, ended: Option<UnixTime>) -> (UnixTime, UnixTime) {
    (started, ended.unwrap_or(UnixTime(0)))
}

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Addon Domains",
    functions: &[
        Entry::of::<convert_addon_fetch_conversion_details::ConvertAddonFetchConversionDetails>(),
        Entry::of::<convert_addon_fetch_domain_details::ConvertAddonFetchDomainDetails>(),
        Entry::of::<convert_addon_get_conversion_status::ConvertAddonGetConversionStatus>(),
        Entry::of::<convert_addon_initiate_conversion::ConvertAddonInitiateConversion>(),
        Entry::of::<convert_addon_list_addon_domains::ConvertAddonListAddonDomains>(),
        Entry::of::<convert_addon_list_conversions::ConvertAddonListConversions>(),
    ],
};
