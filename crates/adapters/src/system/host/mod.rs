//! A Debian machine's own services, each behind its port: what should be is rendered by a typed writer
//! for the service's format and handed to the privileged process, which has the service check it.

mod files;
mod folders;
mod ftp;
mod refused;
mod users;
mod web;

pub use files::HomeFiles;
pub use ftp::PureFtpd;
pub use users::UserRecords;
pub use web::{Apache, Traffic};
mod dns;

pub use dns::PowerDns;
