//! The ratios that the product promises, measured in release; `docs/benchmarks.md` is written.

use std::process::Command;

use crate::{Done, workspace};

/// Builds the product and what measures it, and measures.
pub(crate) fn run() -> Done {
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--release", "--package", "server", "--package", "ratios", "--bins"]);
    // One target folder, so that the product lies beside what measures it.
    let target = workspace::target();
    workspace::run(cargo.arg("--target-dir").arg(&target).current_dir(workspace::root()))?;
    let mut ratios = Command::new(target.join("release/ratios"));
    ratios.arg(target.join("bench")).arg(workspace::root().join("docs/benchmarks.md"));
    workspace::run(&mut ratios)
}
