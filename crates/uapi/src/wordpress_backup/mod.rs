//! The module `WordPressBackup` of UAPI: a file a function.

pub mod any_running;
pub mod cancel;
pub mod cleanup;
pub mod get_available_backups;
pub mod is_running;
pub mod start;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "WordPressBackup",
    functions: &[
        Entry::of::<any_running::AnyRunning>(),
        Entry::of::<cancel::Cancel>(),
        Entry::of::<cleanup::Cleanup>(),
        Entry::of::<get_available_backups::GetAvailableBackups>(),
        Entry::of::<is_running::IsRunning>(),
        Entry::of::<start::Start>(),
    ],
};
