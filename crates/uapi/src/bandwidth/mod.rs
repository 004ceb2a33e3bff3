//! The module `Bandwidth` of UAPI: a file a function.

pub mod get_enabled_protocols;
pub mod get_retention_periods;
pub mod query;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Bandwidth",
    functions: &[
        Entry::of::<get_enabled_protocols::GetEnabledProtocols>(),
        Entry::of::<get_retention_periods::GetRetentionPeriods>(),
        Entry::of::<query::Query>(),
    ],
};
