//! The module `StatsBar` of UAPI: a file a function.

pub mod get_stats;

mod entries;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group =
    Group { title: "StatsBar", functions: &[Entry::of::<get_stats::GetStats>()] };
