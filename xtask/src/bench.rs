//! The ratios that the product promises, measured in release; `docs/benchmarks.md` is written where
//! all of them are.

use std::{fs, process::Command};

use crate::{
    Done,
    host::{apart, run_apart},
    workspace,
};

/// How many accounts a real host comes to have.
const ACCOUNTS: &str = "10000";
/// How large the disk of its data is, in bytes; what is not written takes no room.
const DISK: u64 = 32 << 30;

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

/// Measures a real host. Its data lies on a disk as Debian makes one, where the services' users may go: without
/// a journal ext4 looks long for a new file's place where many were removed a moment ago, which would be
/// measured instead.
fn host() -> Done {
    apart::cover_all()?;
    let image = workspace::target().join("bench-host.img");
    let disk = std::env::temp_dir().join("innkeeper-bench-host");
    fs::create_dir_all(&disk)?;
    fs::File::create(&image)?.set_len(DISK)?;
    workspace::run(Command::new("mkfs.ext4").arg("-q").arg(&image))?;
    workspace::run(Command::new("mount").args(["-o", "loop"]).args([&image, &disk]))?;
    let mut ratios = Command::new(workspace::target().join("release/ratios"));
    ratios.args(["host", ACCOUNTS]).arg(disk.join("host"));
    let measured = workspace::run(ratios.arg(workspace::root().join("docs/benchmarks.md")));
    workspace::run(Command::new("umount").arg("--lazy").arg(&disk))?;
    fs::remove_dir(disk)?;
    fs::remove_file(image)?;
    measured
}
