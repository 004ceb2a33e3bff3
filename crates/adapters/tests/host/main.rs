//! The adapters of a Debian machine, each with its real service on loopback ports and with all of its
//! state under a temporary folder. They need root and Debian's packages, so that they are run by name:
//! `cargo test -p adapters --test host -- --ignored`.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test may fail so"
)]

mod databases;
mod dns;
mod ftp;
mod machine;
#[path = "../ports/os_users.rs"]
mod os_users;
#[path = "../ports/subjects.rs"]
mod subjects;
mod users;
mod web;

use root::{Answer, Verb};

use crate::machine::Machine;

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_machine_without_services_answers() {
    let machine = Machine::start(&[]);
    for service in root::Service::ALL {
        assert!(matches!(machine.client.call(&Verb::Runs(service)), Ok(Answer::Flag(false))));
    }
}
