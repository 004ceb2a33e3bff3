//! The module `WebmailApps` of UAPI: a file a function.

pub mod list_webmail_apps;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group =
    Group { title: "WebmailApps", functions: &[Entry::of::<list_webmail_apps::ListWebmailApps>()] };
