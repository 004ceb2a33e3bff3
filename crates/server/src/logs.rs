//! The log: to stderr, as text for people or as JSON for programs. What is logged never holds a
//! password, a token or a session id.

use std::io;

use clap::ValueEnum;
use tracing_subscriber::{EnvFilter, util::SubscriberInitExt as _};

/// How the log is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// A line for people.
    #[default]
    Text,
    /// An object of JSON a line.
    Json,
}

/// What is logged where `INNKEEPER_LOG` does not say otherwise.
const USUAL: &str = "info,hickory_server=warn,hickory_proto=warn";

/// Begins the log. `INNKEEPER_LOG` says what is logged: `debug`, `server=debug,warn` and the like.
pub fn start(format: LogFormat) {
    let filter = EnvFilter::try_from_env("INNKEEPER_LOG").unwrap_or_else(|_| USUAL.into());
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr);
    let begun = match format {
        LogFormat::Text => builder.finish().try_init(),
        LogFormat::Json => builder.json().finish().try_init(),
    };
    if let Err(cause) = begun {
        tracing::warn!(%cause, "another log was begun before");
    }
}
