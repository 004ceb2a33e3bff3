//! The privileged process as a program: what it gives up, whom it answers, and what is left of it when it
//! is ended or killed. It has to be root's.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail so"
)]

mod btrfs;
mod full;
mod homes;
mod kill;
mod limited;
mod lockdown;
mod process;
mod services;
mod units;
mod volume;
