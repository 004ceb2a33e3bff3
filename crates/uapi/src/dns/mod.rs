//! The module `DNS` of UAPI: a file a function.

pub mod ensure_domains_reside_only_locally;
pub mod fetch_cpanel_generated_domains;
pub mod has_local_authority;
pub mod is_alias_available;
pub mod is_https_available;
pub mod is_svcb_available;
pub mod lookup;
pub mod mass_edit_zone;
pub mod parse_zone;
pub mod swap_ip_in_zones;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "DNS",
    functions: &[
        Entry::of::<ensure_domains_reside_only_locally::EnsureDomainsResideOnlyLocally>(),
        Entry::of::<fetch_cpanel_generated_domains::FetchCpanelGeneratedDomains>(),
        Entry::of::<has_local_authority::HasLocalAuthority>(),
        Entry::of::<is_alias_available::IsAliasAvailable>(),
        Entry::of::<is_https_available::IsHttpsAvailable>(),
        Entry::of::<is_svcb_available::IsSvcbAvailable>(),
        Entry::of::<lookup::Lookup>(),
        Entry::of::<mass_edit_zone::MassEditZone>(),
        Entry::of::<parse_zone::ParseZone>(),
        Entry::of::<swap_ip_in_zones::SwapIpInZones>(),
    ],
};
