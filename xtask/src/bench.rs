//! The ratios that the product promises, measured in release; `docs/benchmarks.md` is written where
//! all of them are.

use std::process::Command;

use crate::{
    Done,
    host::{apart, run_apart},
    workspace,
};

/// How many accounts a real host comes to have.
const ACCOUNTS: &str = "10000";

/// What is measured.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// One work alone, such as `list` or `create`; its rows are shown, and no page is written.
    #[arg(long, value_name = "WORK")]
    only: Option<String>,
    /// What an account costs on a real host, with Debian's services; needs root.
    #[arg(long, conflicts_with = "only")]
    host: bool,
    /// For the task itself: measures a real host where only this process sees what is changed.
    #[arg(long, hide = true)]
    inside: bool,
}

/// Builds the product and what measures it, and measures.
pub(crate) fn run(options: &Options) -> Done {
    if options.inside {
        return host();
    }
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--release", "--package", "server", "--package", "ratios", "--bins"]);
    if options.host {
        cargo.args(["--package", "root"]);
    }
    // One target folder, so that the product lies beside what measures it.
    let target = workspace::target();
    workspace::run(cargo.arg("--target-dir").arg(&target).current_dir(workspace::root()))?;
    if options.host {
        return run_apart(&["bench", "--inside"]);
    }
    let mut ratios = Command::new(target.join("release/ratios"));
    match &options.only {
        Some(work) => ratios.arg("only").arg(work).arg(target.join("bench")),
        None => ratios.arg(target.join("bench")).arg(workspace::root().join("docs/benchmarks.md")),
    };
    workspace::run(&mut ratios)
}

/// Measures a real host. Its data lies on a disk, as a host's would, where the services' users may go.
fn host() -> Done {
    apart::cover_all()?;
    let folder = std::env::temp_dir().join("innkeeper-bench-host");
    let mut ratios = Command::new(workspace::target().join("release/ratios"));
    ratios.args(["host", ACCOUNTS]).arg(&folder);
    let measured = workspace::run(ratios.arg(workspace::root().join("docs/benchmarks.md")));
    std::fs::remove_dir_all(folder)?;
    measured
}
