//! A real machine, whose services are driven.

use std::sync::Arc;

use adapters::system::host::Apache;
use api::{Error, Kind, Result};

use super::Services;
use crate::config::{Config, Driven};

/// The services of the machine, and its web server.
pub(super) fn services(_config: &Config, _machine: &Driven) -> Result<(Services, Arc<Apache>)> {
    Err(Error::new(Kind::Unavailable, "This build drives no services."))
}
