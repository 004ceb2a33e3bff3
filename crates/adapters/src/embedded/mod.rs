//! The sandbox: a whole machine in one folder. It needs no rights and no services; its users are
//! rows with homes, its web and DNS servers are in this process.

mod bulk;
mod clock;
mod database;
mod homes;
mod machine;
mod mail;
mod maildir;
mod rows;
mod sites;
pub mod testing;
mod users;
pub mod web;
mod zones;

pub use bulk::Bulk;
pub use clock::ManualClock;
pub use machine::Machine;
pub mod dns;
