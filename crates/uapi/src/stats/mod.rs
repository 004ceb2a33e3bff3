//! The module `Stats` of UAPI: a file a function.

pub mod get_bandwidth;
pub mod get_site_errors;
pub mod list_sites;
pub mod list_stats_by_domain;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Stats",
    functions: &[
        Entry::of::<get_bandwidth::GetBandwidth>(),
        Entry::of::<get_site_errors::GetSiteErrors>(),
        Entry::of::<list_sites::ListSites>(),
        Entry::of::<list_stats_by_domain::ListStatsByDomain>(),
    ],
};
