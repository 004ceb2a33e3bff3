//! The sandbox's machine, which is a folder.

use std::sync::Arc;

use adapters::{
    embedded::{Facts, Machine, dns::ZonesFirst},
    system::SystemResolver,
};
use api::Result;

use super::{Services, facts};
use crate::config::Config;

/// Opens the machine.
pub(super) fn machine(config: &Config) -> Result<Arc<Machine>> {
    Machine::open(&config.data.join("machine")).map(Arc::new)
}

/// It as every service.
pub(super) fn services(config: &Config, machine: &Arc<Machine>) -> Result<Services> {
    let resolver = ZonesFirst::new(Arc::clone(machine), Arc::new(SystemResolver::default()));
    Ok(Services {
        os_users: Arc::<Machine>::clone(machine),
        ftp: Arc::<Machine>::clone(machine),
        addresses: Arc::<Machine>::clone(machine),
        dns: Arc::<Machine>::clone(machine),
        resolver: Arc::new(resolver),
        web: Arc::<Machine>::clone(machine),
        mail: Arc::<Machine>::clone(machine),
        databases: Arc::<Machine>::clone(machine),
        tls: Arc::<Machine>::clone(machine),
        files: Arc::<Machine>::clone(machine),
        system: Arc::new(Facts::new(Arc::clone(machine), facts(config))?),
    })
}
