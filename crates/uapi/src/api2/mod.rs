//! cPanel API 2: what older clients call, a folder a module, a file a function. Each answers the list
//! of rows that stands in `cpanelresult.data`, thin over what UAPI's twin does.

pub mod addon_domain;
pub mod cust_info;
pub mod email;
pub mod fileman;
pub mod ftp;
pub mod mysql_fe;
pub mod outcome;
pub mod park;
pub mod site_row;
pub mod ssl;
pub mod stats_bar;
pub mod sub_domain;
pub mod zone_edit;

use std::sync::LazyLock;

use api::{Entry, Group};

/// The function of that name in that module of cPanel API 2; both count by case.
pub fn find(module: &str, function: &str) -> Option<&'static Entry> {
    static ENTRIES: LazyLock<super::Names> = LazyLock::new(|| super::names(MODULES));
    ENTRIES.get(&(module, function)).copied()
}

/// Every module of cPanel API 2, by name.
pub const MODULES: &[Group] = &[
    addon_domain::GROUP,
    cust_info::GROUP,
    email::GROUP,
    fileman::GROUP,
    ftp::GROUP,
    mysql_fe::GROUP,
    park::GROUP,
    ssl::GROUP,
    stats_bar::GROUP,
    sub_domain::GROUP,
    zone_edit::GROUP,
];
