//! `innkeeper-root`: the privileged process. It listens on a Unix socket and runs verbs for the server,
//! and for nobody else.

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};
use root::Service;

/// Runs a closed list of privileged verbs for a server that has no rights of its own.
#[derive(Parser)]
#[command(name = "innkeeper-root", version)]
struct Options {
    /// The file that says where things lie; root's, and writable by nobody else.
    #[arg(long, global = true, default_value = "/etc/innkeeper/layout.toml")]
    layout: PathBuf,
    /// The socket to listen on.
    #[arg(long, default_value = "/run/innkeeper-root/socket")]
    socket: PathBuf,
    /// What to do instead of listening.
    #[command(subcommand)]
    act: Option<Act>,
}

#[derive(Subcommand)]
enum Act {
    /// Work in a home as its owner, for the process that starts this one.
    #[command(hide = true)]
    Within,
    /// Listen for the programs of accounts, and start each account's own.
    #[command(hide = true)]
    Pools {
        /// The folder of PHP-FPM's configuration.
        #[arg(long)]
        config: PathBuf,
        /// The folder of its sockets.
        #[arg(long)]
        run: PathBuf,
    },
    /// Say what this machine lacks to be a host, and what supplies it.
    Check,
    /// Supply what this machine lacks to be a host.
    Install,
    /// Make the folders and the base configuration of a service, before it is started.
    Prepare {
        /// The service.
        #[arg(value_parser = service)]
        service: Service,
    },
    /// Become the program of a service, for its unit.
    #[command(hide = true)]
    Run {
        /// The service.
        #[arg(value_parser = service)]
        service: Service,
    },
}

fn main() -> ExitCode {
    let Options { layout, socket, act } = Options::parse();
    let log = tracing_subscriber::fmt().with_writer(std::io::stderr);
    log.with_ansi(false).with_target(false).init();
    let done = match act {
        None => root::run(&layout, &socket),
        Some(Act::Check) => match root::check(&layout, &mut std::io::stdout().lock()) {
            Ok(true) => Ok(()),
            Ok(false) => return ExitCode::FAILURE,
            Err(cause) => Err(cause),
        },
        Some(Act::Install) => root::install(&layout, &mut std::io::stdout().lock()),
        Some(Act::Pools { config, run }) => root::pools(&config, &run),
        Some(Act::Within) => root::within(),
        Some(Act::Run { service }) => root::run_service(&layout, service),
        Some(Act::Prepare { service }) => root::prepare(&layout, service),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(cause) => {
            tracing::error!(%cause, "the privileged process ends");
            ExitCode::FAILURE
        }
    }
}

fn service(name: &str) -> Result<Service, String> {
    Service::named(name).ok_or_else(|| {
        let names = Service::ALL.map(Service::name);
        format!("the services are {}", names.join(", "))
    })
}
