//! The mail of accounts: what the functions of mail share. A domain of an account takes mail from
//! its first day on; what is kept of it changes here, and the mail server is told through the
//! subjects of the change.

pub mod addresses;
pub mod autoresponders;
pub mod catch_all;
pub mod domains;
pub mod exchangers;
pub mod filters;
pub mod folder_names;
pub mod forwarders;
pub mod inboxes;
pub mod listing;
pub mod lists;
pub mod mailboxes;
pub mod measure;
pub mod messages;
pub mod pointers;
pub mod policies;
pub mod records;
pub mod routing;
pub mod search;
pub mod sending;
pub mod settings;
pub mod signing;
pub mod spam;
pub mod state;
pub mod texts;
pub mod trace;
