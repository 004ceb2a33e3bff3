//! The module `StatsBar` of cPanel API 2: a file a function.

pub mod stat;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group { title: "StatsBar", functions: &[Entry::of::<stat::Stat>()] };
