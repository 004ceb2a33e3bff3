//! The module `NginxCaching` of UAPI: a file a function.

pub mod clear_cache;
pub mod disable_cache;
pub mod enable_cache;
pub mod reset_cache_config;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "NginxCaching",
    functions: &[
        Entry::of::<clear_cache::ClearCache>(),
        Entry::of::<disable_cache::DisableCache>(),
        Entry::of::<enable_cache::EnableCache>(),
        Entry::of::<reset_cache_config::ResetCacheConfig>(),
    ],
};
