//! `innkeeper host`: what a real machine lacks, and supplying it. Both are the work of the privileged
//! program beside this one, which takes this one's place.

use std::{env, os::unix::process::CommandExt as _, path::PathBuf, process::Command};

use clap::{Args, Subcommand};

use super::Problem;

/// The name of the privileged program.
const PROGRAM: &str = "innkeeper-root";

/// What is to be done with the machine.
#[derive(Debug, Subcommand)]
pub(super) enum Options {
    /// Say what this machine lacks to be a host, and what supplies it; change nothing
    Check(Place),
    /// Supply it: packages, the server's own user, configuration, units; safe to run again
    Install(Place),
}

/// Which machine it is to be.
#[derive(Debug, Args)]
pub(super) struct Place {
    /// The layout of its services [default: /etc/innkeeper/layout.toml]
    #[arg(long, value_name = "FILE")]
    layout: Option<PathBuf>,
}

/// Becomes the privileged program; comes back only where that cannot be.
pub(super) fn run(options: &Options) -> Problem {
    let (verb, place) = match options {
        Options::Check(place) => ("check", place),
        Options::Install(place) => ("install", place),
    };
    let beside = match env::current_exe() {
        Ok(own) => own.with_file_name(PROGRAM),
        Err(cause) => return cause.into(),
    };
    let mut program = Command::new(&beside);
    program.arg(verb);
    if let Some(layout) = &place.layout {
        program.arg("--layout").arg(layout);
    }
    let cause = program.exec();
    Problem(format!("{}: {cause}", beside.display()))
}
