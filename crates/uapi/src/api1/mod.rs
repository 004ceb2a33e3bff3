//! cPanel API 1: what the oldest clients call, a folder a module, a file a function. Their parameters
//! have no names but `arg-0`, `arg-1` and so on, and each answers a text, thin over what UAPI's twin
//! does.

pub mod mysql;

use std::sync::LazyLock;

use api::{Entry, Group};

/// The function of that name in that module of cPanel API 1; both count by case.
pub fn find(module: &str, function: &str) -> Option<&'static Entry> {
    static ENTRIES: LazyLock<super::Names> = LazyLock::new(|| super::names(MODULES));
    ENTRIES.get(&(module, function)).copied()
}

/// Every module of cPanel API 1, by name.
pub const MODULES: &[Group] = &[mysql::GROUP];
