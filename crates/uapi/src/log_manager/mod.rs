//! The module `LogManager` of UAPI: a file a function.

pub mod get_settings;
pub mod list_archives;
pub mod set_settings;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "LogManager",
    functions: &[
        Entry::of::<get_settings::GetSettings>(),
        Entry::of::<list_archives::ListArchives>(),
        Entry::of::<set_settings::SetSettings>(),
    ],
};
