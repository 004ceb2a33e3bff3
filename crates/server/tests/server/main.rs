//! The program as its clients meet it: over sockets, by its command line, in a browser, killed at
//! the worst moment.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test may fail so"
)]

mod account_calls;
mod account_gate;
mod browser;
mod clients;
mod cluster;
mod control_bytes;
mod crowd;
mod databases;
#[path = "../editors/mod.rs"]
mod editors;
mod faults;
mod fleet;
mod forced_change;
#[path = "../forms/mod.rs"]
mod forms;
mod gate;
mod kill_points;
mod mailboxes;
mod operating;
mod origins;
mod passwords;
mod postgres;
mod process;
mod protocol;
mod reboot;
mod restored;
mod secrets;
mod served;
mod sessions;
mod slow_clients;
mod state;
mod support;
mod versionless;
mod visitor;
#[path = "../window/mod.rs"]
mod window;
mod zones;
