//! The module `CSVImport` of UAPI: a file a function.

pub mod doimport;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group =
    Group { title: "CSVImport", functions: &[Entry::of::<doimport::Doimport>()] };
