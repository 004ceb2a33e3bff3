//! Files that are written from the lists of functions. What they hold is rendered by the tests of the
//! crates `functions` and `uapi`, which fail where a file is stale; with `INNKEEPER_WRITE` set they
//! write it. So the tools build without the product, and a stale file cannot be merged.

use std::process::Command;

use crate::{Done, workspace};

/// What may be asked.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Only say whether the files are as they should be.
    #[arg(long)]
    check: bool,
}

/// Checks or writes the files of one kind.
pub(crate) fn run(kind: &str, options: &Options) -> Done {
    test("functions", kind, !options.check)?;
    test("uapi", kind, !options.check)
}

/// Writes `contract/gaps.txt` and `contract/uapi/gaps.txt`.
pub(crate) fn write_gaps() -> Done {
    test("functions", "gaps", true)?;
    test("uapi", "gaps", true)
}

fn test(package: &str, kind: &str, write: bool) -> Done {
    let mut cargo = Command::new("cargo");
    cargo.args(["test", "--quiet", "--package", package, "--test", kind]);
    cargo.current_dir(workspace::root());
    if write {
        cargo.env("INNKEEPER_WRITE", "1");
    }
    workspace::run(&mut cargo)
}
