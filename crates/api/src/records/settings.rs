//! Settings of the server and of its users.

use crate::{Flag, Record, UserName};

/// A setting of the server.
#[derive(Debug, Clone, Record)]
#[record(table = "settings", key = "name")]
pub struct Setting {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// A value that a user's pages keep.
#[derive(Debug, Clone, Record)]
#[record(table = "personal", key = "user_name,store,name")]
pub struct Personal {
    /// The user.
    pub user_name: UserName,
    /// The store; empty for the one without a name.
    pub store: String,
    /// The name.
    pub name: String,
    /// The value.
    pub value: String,
}

/// An item of the feature showcase.
#[derive(Debug, Clone, Record)]
#[record(table = "showcase", key = "feature")]
pub struct ShowcaseItem {
    /// The feature.
    pub feature: String,
    /// Whether it is on.
    pub enabled: Flag,
}
