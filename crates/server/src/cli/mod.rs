//! The command line: `innkeeper` and its subcommands, and `whmapi1`, `uapi`, `cpapi2`.

use std::{ffi::OsString, process::ExitCode};

/// Runs the program by its arguments, the first of which is the name it was called by.
pub fn main(args: impl Iterator<Item = OsString>) -> ExitCode {
    let _ = args;
    todo!()
}
