//! What takes a machine of its own, with Debian's kernel and its systemd: disk limits, and the package from
//! its installation over a boot to its upgrade. `cargo xtask vm-test` makes the machine and runs them in it;
//! nothing here may run anywhere else.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test may fail so, and says how far it came"
)]

#[path = "../host/btrfs.rs"]
mod btrfs;
mod install;
#[path = "../host/limited.rs"]
mod limited;
mod machine;
#[path = "../host/process.rs"]
mod process;
mod quotas;
mod reboot;
#[path = "../host/volume.rs"]
mod volume;
