//! The program `innkeeper`, which is `whmapi1`, `uapi` and `cpapi2` too when called by those names.

use std::process::ExitCode;

fn main() -> ExitCode {
    server::cli::main(std::env::args_os())
}
