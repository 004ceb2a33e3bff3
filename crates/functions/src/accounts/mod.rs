//! Accounts: made, changed, suspended, removed.

pub mod createacct;

use api::{Entry, Group};

/// The group.
pub const GROUP: Group =
    Group { title: "Accounts", functions: &[Entry::of::<createacct::CreateAcct>()] };
