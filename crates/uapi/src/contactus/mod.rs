//! The module `Contactus` of UAPI: a file a function.

pub mod is_enabled;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group =
    Group { title: "Contactus", functions: &[Entry::of::<is_enabled::IsEnabled>()] };
