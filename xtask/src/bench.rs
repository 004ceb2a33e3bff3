//! The ratios that the product promises, measured in release; `docs/benchmarks.md` is written where
//! all of them are.

use std::process::Command;

use crate::{Done, workspace};

/// What is measured.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// One work alone, such as `list` or `create`; its rows are shown, and no page is written.
    #[arg(long, value_name = "WORK")]
    only: Option<String>,
}

/// Builds the product and what measures it, and measures.
pub(crate) fn run(options: &Options) -> Done {
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--release", "--package", "server", "--package", "ratios", "--bins"]);
    // One target folder, so that the product lies beside what measures it.
    let target = workspace::target();
    workspace::run(cargo.arg("--target-dir").arg(&target).current_dir(workspace::root()))?;
    let mut ratios = Command::new(target.join("release/ratios"));
    match &options.only {
        Some(work) => ratios.arg("only").arg(work).arg(target.join("bench")),
        None => ratios.arg(target.join("bench")).arg(workspace::root().join("docs/benchmarks.md")),
    };
    workspace::run(&mut ratios)
}
