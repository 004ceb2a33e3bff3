//! The module `PasswdStrength` of UAPI: a file a function.

pub mod get_required_strength;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "PasswdStrength",
    functions: &[Entry::of::<get_required_strength::GetRequiredStrength>()],
};
