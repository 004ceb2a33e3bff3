//! A Debian machine's own services, each behind its port: what should be is rendered by a typed writer
//! for the service's format and handed to the privileged process, which has the service check it.

mod dns;
mod folders;
mod ftp;
mod mail;
mod refused;
mod web;

pub use dns::PowerDns;
pub use ftp::PureFtpd;
pub use mail::{MailLogins, MailServers};
pub use web::{Apache, Traffic};
mod dns;

pub use dns::PowerDns;
mod files;
mod users;

pub use files::HomeFiles;
pub use users::UserRecords;
