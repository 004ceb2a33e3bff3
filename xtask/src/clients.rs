//! Real clients against a server of the tests' own, one after the other.

use std::process::{Command, Stdio};

use crate::{Done, test::packages, workspace};

/// What the clients need of the system, beyond what all tests need: packages that have a program of
/// their own name, which may have come another way too.
const PACKAGES: &[&str] = &["nodejs", "npm", "pebble", "socat"];

/// Installs what is missing and runs every recipe of `crates/server/tests/clients`.
pub(crate) fn run() -> Done {
    packages::install(packages::OF_TESTS)?;
    let missing: Vec<_> = PACKAGES.iter().copied().filter(|name| !is_there(name)).collect();
    packages::install(&missing)?;
    let mut cargo = Command::new("cargo");
    cargo.args(["test", "--package", "server", "--test", "server", "--", "clients::"]);
    cargo.args(["--skip=slow_clients", "--include-ignored", "--test-threads=1"]);
    workspace::run(cargo.current_dir(workspace::root()))
}

fn is_there(program: &str) -> bool {
    let found = Command::new("which").arg(program).stdout(Stdio::null()).status();
    found.is_ok_and(|status| status.success())
}
