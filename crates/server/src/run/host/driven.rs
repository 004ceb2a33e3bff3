//! A real machine, whose services are driven.

use api::{Error, Kind, Result};

use super::Services;
use crate::config::{Config, Driven};

/// The services of the machine.
pub(super) fn services(_config: &Config, _machine: &Driven) -> Result<Services> {
    Err(Error::new(Kind::Unavailable, "This build drives no services."))
}
