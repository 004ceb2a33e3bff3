//! The module `Notifications` of UAPI: a file a function.

pub mod get_notifications_count;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Notifications",
    functions: &[Entry::of::<get_notifications_count::GetNotificationsCount>()],
};
