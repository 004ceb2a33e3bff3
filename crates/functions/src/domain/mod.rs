//! What several functions share: changes and how they reach the host, passwords, accounts,
//! packages, features, resellers' rights. Nothing here is called by name from outside.

pub mod accounts;
pub mod apply;
pub mod change;
pub mod forced;
pub mod own;
pub mod packages;
pub mod passwords;
pub mod resellers;
pub mod sessions;
pub mod zones;
