//! A whole host: both programs, Debian's own services on loopback ports, and the clients of people. It
//! needs root and the services' packages, so that it is run by name: `cargo xtask host-test`.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    clippy::print_stdout,
    reason = "a test may fail so"
)]

mod checked;
mod clients;
#[path = "../editors/mod.rs"]
mod editors;
mod faults;
mod fleet;
#[path = "../forms/mod.rs"]
mod forms;
mod killed;
mod life;
mod limits;
mod machine;
mod powercut;
mod secrets;
#[path = "../strace/mod.rs"]
mod strace;
#[path = "../server/support.rs"]
#[expect(dead_code, unused_imports, reason = "the tests of the sandbox use all of it")]
mod support;
#[path = "../window/mod.rs"]
#[expect(dead_code, reason = "the tests of the pages use all of it")]
mod window;
mod zones;
