//! What the product does: a folder a group, a file a function, named as called, tests below it.
//! What several functions share is in [`domain`].

pub mod account_restoration;
pub mod accounts;
pub mod addon_domains;
pub mod authentication;
pub mod backups;
pub mod cphulk;
pub mod databases;
pub mod dns;
pub mod domain;
pub mod easyapache;
pub mod greylisting;
pub mod integration;
pub mod ip_addresses;
pub mod mail;
pub mod market;
pub mod modsecurity;
pub mod packages;
pub mod php;
pub mod resellers;
pub mod rpm;
pub mod script_hooks;
pub mod security;
pub mod server_administration;
pub mod ssl;
pub mod styles_and_themes;
pub mod support_tickets;
#[cfg(feature = "testing")]
#[doc(hidden)]
pub mod testing;
pub mod transfers;
pub mod updates;

use std::{collections::HashMap, sync::LazyLock};

use api::{Entry, Group};

/// Every group, in the order of the contract.
pub const GROUPS: &[Group] = &[
    account_restoration::GROUP,
    accounts::GROUP,
    addon_domains::GROUP,
    authentication::GROUP,
    backups::GROUP,
    cphulk::GROUP,
    databases::GROUP,
    dns::GROUP,
    easyapache::GROUP,
    greylisting::GROUP,
    integration::GROUP,
    ip_addresses::GROUP,
    mail::GROUP,
    market::GROUP,
    modsecurity::GROUP,
    packages::GROUP,
    php::GROUP,
    resellers::GROUP,
    rpm::GROUP,
    script_hooks::GROUP,
    security::GROUP,
    server_administration::GROUP,
    ssl::GROUP,
    styles_and_themes::GROUP,
    support_tickets::GROUP,
    transfers::GROUP,
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
