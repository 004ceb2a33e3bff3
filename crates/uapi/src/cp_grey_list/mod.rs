//! The module `cPGreyList` of UAPI: a file a function.

pub mod disable_all_domains;
pub mod disable_domains;
pub mod enable_all_domains;
pub mod enable_domains;
pub mod has_greylisting_enabled;
pub mod list_domains;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "cPGreyList",
    functions: &[
        Entry::of::<disable_all_domains::DisableAllDomains>(),
        Entry::of::<disable_domains::DisableDomains>(),
        Entry::of::<enable_all_domains::EnableAllDomains>(),
        Entry::of::<enable_domains::EnableDomains>(),
        Entry::of::<has_greylisting_enabled::HasGreylistingEnabled>(),
        Entry::of::<list_domains::ListDomains>(),
    ],
};
