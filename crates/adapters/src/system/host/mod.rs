//! A Debian machine's own services, each behind its port: what should be is rendered by a typed writer
//! for the service's format and handed to the privileged process, which has the service check it.

mod addresses;
mod databases;
mod dns;
mod facts;
mod files;
mod folders;
mod ftp;
mod mail;
mod refused;
mod users;
mod web;

pub use addresses::Network;
pub use databases::DatabaseServers;
pub use dns::PowerDns;
pub use facts::HostFacts;
pub use files::HomeFiles;
pub use ftp::PureFtpd;
pub use mail::{MailLogins, MailServers};
pub use users::UserRecords;
pub use web::{Apache, Traffic};
