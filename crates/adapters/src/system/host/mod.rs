//! A Debian machine's own services, each behind its port: what should be is rendered by a typed writer
//! for the service's format and handed to the privileged process, which has the service check it.

mod databases;
mod dns;
mod folders;
mod ftp;
mod refused;
mod web;

pub use databases::DatabaseServers;
pub use dns::PowerDns;
pub use ftp::PureFtpd;
pub use web::{Apache, Traffic};
