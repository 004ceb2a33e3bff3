//! The privileged process as a program: what it gives up, whom it answers, and what is left of it when it
//! is ended or killed. It has to be root's.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail so")]

mod full;
mod homes;
mod kill;
mod lockdown;
mod process;
mod services;
mod units;
