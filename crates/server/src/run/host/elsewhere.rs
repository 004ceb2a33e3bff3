//! No machine, where those of the accounts are driven by workers on many hosts.

use std::sync::Arc;

use adapters::{elsewhere::Elsewhere, system::SystemResolver};
use api::records::Store;

use super::{Services, facts};
use crate::config::Config;

/// What stands where the services would.
pub(super) fn services(config: &Config, store: &Arc<dyn Store>) -> Services {
    let none = Arc::new(Elsewhere::new(Arc::clone(store)));
    Services {
        os_users: Arc::<Elsewhere>::clone(&none),
        ftp: Arc::<Elsewhere>::clone(&none),
        addresses: Arc::<Elsewhere>::clone(&none),
        dns: Arc::<Elsewhere>::clone(&none),
        resolver: Arc::new(SystemResolver::default()),
        web: Arc::<Elsewhere>::clone(&none),
        mail: Arc::<Elsewhere>::clone(&none),
        databases: Arc::<Elsewhere>::clone(&none),
        tls: Arc::<Elsewhere>::clone(&none),
        files: none,
        system: Arc::new(facts(config)),
    }
}
