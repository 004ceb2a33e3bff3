//! `innkeeper-root`: the privileged process. It listens on a Unix socket and runs verbs for the server,
//! and for nobody else.

use std::{path::PathBuf, process::ExitCode};

use clap::Parser;

/// Runs a closed list of privileged verbs for a server that has no rights of its own.
#[derive(Parser)]
#[command(name = "innkeeper-root", version)]
struct Options {
    /// The file that says where things lie; root's, and writable by nobody else.
    #[arg(long, default_value = "/etc/innkeeper/layout.toml")]
    layout: PathBuf,
    /// The socket to listen on.
    #[arg(long, default_value = "/run/innkeeper-root/socket")]
    socket: PathBuf,
    #[command(subcommand)]
    part: Option<Part>,
}

/// What it is started for but to listen.
#[derive(clap::Subcommand)]
enum Part {
    /// Works in the home of an account, with its rights: started by the process that listens.
    Within,
}

fn main() -> ExitCode {
    let Options { layout, socket, part } = Options::parse();
    if matches!(part, Some(Part::Within)) {
        return root::within().map_or(ExitCode::FAILURE, |()| ExitCode::SUCCESS);
    }
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_ansi(false)
        .with_target(false)
        .init();
    match root::run(&layout, &socket) {
        Ok(()) => ExitCode::SUCCESS,
        Err(cause) => {
            tracing::error!(%cause, "the privileged process ends");
            ExitCode::FAILURE
        }
    }
}
