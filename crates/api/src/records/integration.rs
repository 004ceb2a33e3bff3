//! Links of accounts to other services, such as the billing of who sells the hosting.

use crate::{Flag, Record, UserName};

/// A link on an account's pages.
#[derive(Record)]
#[record(table = "integration_links", key = "account,app")]
pub struct IntegrationLink {
    /// The account.
    pub account: UserName,
    /// What identifies the link.
    pub app: String,
    /// What it is for, such as `billing`.
    pub implements: String,
    /// Its text.
    pub label: String,
    /// Who the account's owner is to the other service.
    pub subscriber: String,
    /// What proves to the other service that it is this server that asks: sealed, never shown.
    pub token: String,
    /// Where a login is asked for with the token; empty where none is.
    pub token_url: String,
    /// Where the link leads without; empty where it leads nowhere.
    pub url: String,
    /// Its icon, a PNG in Base64; empty for the usual one.
    pub icon: String,
    /// The group it stands in; empty for the user's menu.
    pub group_id: String,
    /// Whether it is not shown.
    pub hidden: Flag,
    /// Its place in the group.
    pub place: u32,
}

/// A group of links that was made for an account.
#[derive(Debug, Clone, Record)]
#[record(table = "integration_groups", key = "account,id")]
pub struct IntegrationGroup {
    /// The account.
    pub account: UserName,
    /// What identifies the group.
    pub id: String,
    /// Its heading.
    pub label: String,
    /// Its place on the page.
    pub place: u32,
}
