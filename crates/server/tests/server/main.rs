//! The program as its clients meet it: over sockets, by its command line, in a browser, killed at
//! the worst moment.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail so"
)]

mod forced_change;
mod gate;
mod operating;
mod protocol;
mod sessions;
mod slow_clients;
mod state;
mod support;
