//! A real machine, whose services are driven.

use std::sync::Arc;

use adapters::system::{
    SystemResolver,
    host::{
        Apache, DatabaseServers, HomeFiles, HostFacts, MailLogins, MailServers, Network, PowerDns,
        PureFtpd, UserRecords,
    },
};
use api::{function::Settings, ports::Files};
use root::Client;

use super::{Services, facts};
use crate::config::{Config, Driven};

/// The services of the machine, which its privileged process helps to drive, and its web server.
pub(super) fn services(
    config: &Config,
    settings: &Settings,
    machine: &Driven,
    root: Arc<Client>,
) -> (Services, Arc<Apache>) {
    let layout = &machine.layout;
    let files: Arc<dyn Files> = Arc::new(HomeFiles::new(Arc::clone(&root)));
    let users = Arc::new(UserRecords::new(Arc::clone(&root)));
    let apache = Arc::new(Apache::new(Arc::clone(&root), Arc::clone(layout)));
    let services = Services {
        os_users: Arc::new(MailLogins::new(users, Arc::clone(&root), Arc::clone(layout))),
        ftp: Arc::new(PureFtpd::new(Arc::clone(&root), Arc::clone(layout), Arc::clone(&files))),
        addresses: Arc::new(Network::new(Arc::clone(&root), settings.shared_ip.parse().ok())),
        dns: Arc::new(PowerDns::new(Arc::clone(&root), layout)),
        resolver: Arc::new(SystemResolver::default()),
        web: Arc::<Apache>::clone(&apache),
        mail: Arc::new(MailServers::new(Arc::clone(&root), Arc::clone(layout))),
        databases: Arc::new(DatabaseServers::new(Arc::clone(&root), layout)),
        tls: Arc::<Apache>::clone(&apache),
        files,
        system: Arc::new(HostFacts::new(root, Arc::clone(layout), facts(config))),
    };
    (services, apache)
}
