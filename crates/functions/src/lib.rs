//! What the product does: a folder a group, a file a function, named as called, tests below it.
//! What several functions share is in [`domain`].

pub mod accounts;
pub mod authentication;
pub mod domain;
pub mod packages;
pub mod integration;
pub mod server_administration;
#[cfg(test)]
mod testing;
pub mod updates;

use std::{collections::HashMap, sync::LazyLock};

use api::{Entry, Group};

/// Every group, in the order of the contract.
pub const GROUPS: &[Group] = &[accounts::GROUP, packages::GROUP];
pub const GROUPS: &[Group] = &[
    accounts::GROUP,
    authentication::GROUP,
    integration::GROUP,
    server_administration::GROUP,
    updates::GROUP,
];

/// The version of the API's first implementation whose behaviour this one keeps to, as clients ask
/// for it.
pub const COMPATIBLE_VERSION: &str = "11.110.0.1";

/// The function of that name.
pub fn find(name: &str) -> Option<&'static Entry> {
    static ENTRIES: LazyLock<HashMap<&'static str, &'static Entry>> = LazyLock::new(|| {
        let entries = GROUPS.iter().flat_map(|group| group.functions);
        entries.map(|entry| (entry.name, entry)).collect()
    });
    ENTRIES.get(name).copied()
}
