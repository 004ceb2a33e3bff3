//! What the product does: a folder a group, a file a function, named as called, tests below it.
//! What several functions share is in [`domain`].

pub mod accounts;
pub mod domain;
pub mod packages;
#[cfg(test)]
mod testing;

use std::{collections::HashMap, sync::LazyLock};

use api::{Entry, Group};

/// Every group, in the order of the contract.
pub const GROUPS: &[Group] = &[accounts::GROUP, packages::GROUP];

/// The function of that name.
pub fn find(name: &str) -> Option<&'static Entry> {
    static ENTRIES: LazyLock<HashMap<&'static str, &'static Entry>> = LazyLock::new(|| {
        let entries = GROUPS.iter().flat_map(|group| group.functions);
        entries.map(|entry| (entry.name, entry)).collect()
    });
    ENTRIES.get(name).copied()
}
