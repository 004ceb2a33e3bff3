//! The sandbox: a whole machine in one folder. It needs no rights and no services; its users are
//! rows with homes, its web and DNS servers are in this process.

mod addresses;
mod bulk;
mod clock;
mod copy;
mod database;
mod databases;
mod facts;
mod files;
mod ftp;
mod homes;
mod machine;
mod mail;
mod maildir;
mod reboot;
mod redirects;
mod rows;
mod sites;
pub mod testing;
mod tls;
mod users;
pub mod web;
mod zones;

pub use bulk::Bulk;
pub use clock::ManualClock;
pub use facts::Facts;
pub use machine::Machine;
pub mod dns;
