//! The module `TeamRoles` of UAPI: a file a function.

pub mod list_feature_descriptions;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "TeamRoles",
    functions: &[Entry::of::<list_feature_descriptions::ListFeatureDescriptions>()],
};
