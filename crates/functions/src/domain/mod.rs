//! What several functions share: changes and how they reach the host, passwords, accounts,
//! packages, features, resellers' rights. Nothing here is called by name from outside.

pub mod account_list;
pub mod accounts;
pub mod addresses;
pub mod apply;
pub mod change;
pub mod conversions;
pub mod databases;
pub mod dns;
pub mod domains;
pub mod features;
pub mod figures;
pub mod files;
pub mod fleet;
pub mod forced;
pub mod ftp;
pub mod integration;
pub mod mail;
pub mod own;
pub mod ownership;
pub mod packages;
pub mod passwords;
pub mod people;
pub mod personal;
pub mod policies;
pub mod relays;
pub mod resellers;
pub mod search;
pub mod sessions;
pub mod summary;
pub mod tls;
pub mod tokens;
pub mod traffic;
pub mod usage;
pub mod wire;
pub mod zones;
