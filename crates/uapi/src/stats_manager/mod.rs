//! The module `StatsManager` of UAPI: a file a function.

pub mod get_configuration;
pub mod save_configuration;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "StatsManager",
    functions: &[
        Entry::of::<get_configuration::GetConfiguration>(),
        Entry::of::<save_configuration::SaveConfiguration>(),
    ],
};
