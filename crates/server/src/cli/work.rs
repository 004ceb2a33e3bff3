//! `innkeeper work`: a host's own process, where many hosts share a store. Servers that drive no machine
//! change the store; this makes the machine so.

use api::HostName;
use clap::Args;

use super::{ConfigFile, Problem, configuration};
use crate::{
    config::Given,
    logs::{self, LogFormat},
    run,
};

/// Which host, and all that its machine can be told.
#[derive(Debug, Args)]
pub(super) struct Work {
    /// Which of the store's hosts this machine is; a new name makes a new host
    #[arg(long, value_name = "NAME")]
    host: Option<HostName>,
    #[command(flatten)]
    given: Given,
    #[command(flatten)]
    file: ConfigFile,
    /// How the log is written, to the standard error; `INNKEEPER_LOG` says what is in it
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    log_format: LogFormat,
}

impl Work {
    /// Works until it is told to end.
    pub(super) fn run(self) -> Result<(), Problem> {
        logs::start(self.log_format);
        let config = configuration(Given { host: self.host, ..self.given }, &self.file)?;
        if !matches!(config.settings.hosts, api::function::Hosts::This(_)) {
            return Err(Problem("Which host is this? Name it with --host NAME.".to_owned()));
        }
        run::work(config)?;
        Ok(())
    }
}
