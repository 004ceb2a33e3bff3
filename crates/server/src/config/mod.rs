//! What the operator set: in `innkeeper.toml`, overridden by the command line's options.

mod checks;
mod cluster;
mod given;
mod places;
mod port;
mod resolve;
mod store_url;
#[cfg(test)]
mod tests;

use std::{net::IpAddr, path::PathBuf, sync::Arc};

use adapters::system::{ClusterMember, Cost};
use api::function::Settings;

pub use given::{Given, HostsAre};
pub use places::{Environment, data_folder};
pub use port::Port;
pub use resolve::resolve;
pub use store_url::StoreUrl;

/// The whole configuration.
#[derive(Debug, Clone)]
pub struct Config {
    /// The folder of everything that is kept.
    pub data: PathBuf,
    /// The address that the listeners are on.
    pub listen: IpAddr,
    /// The ports.
    pub ports: Ports,
    /// The store's URL.
    pub store: StoreUrl,
    /// The machine whose services are driven; none for the sandbox's own.
    pub driven: Option<Driven>,
    /// The host's full name, where it is not to be asked of the system.
    pub hostname: Option<String>,
    /// The other servers of the DNS cluster.
    pub dns_cluster: Vec<ClusterMember>,
    /// What the functions are told.
    pub settings: Settings,
    /// What a password hash costs.
    pub hash_cost: Cost,
    /// The strength of passwords that the first start sets, 0 to 100.
    pub minimum_password_strength: Option<u8>,
    /// Every how many hours the homes are measured; 0 for never.
    pub measure_hours: u32,
    /// How many days the audit is kept; 0 for ever.
    pub audit_days: u32,
    /// The bounds of the front.
    pub limits: Limits,
}

/// A machine whose services are driven.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Driven {
    /// Where its services find what is written for them.
    pub layout: Arc<root::Layout>,
    /// The socket of the privileged process.
    pub socket: PathBuf,
}

/// The ports; none where there is no listener, 0 for any free one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ports {
    /// WHM over TLS.
    pub whm: Option<u16>,
    /// WHM in plain text.
    pub whm_plain: Option<u16>,
    /// Accounts over TLS.
    pub cpanel: Option<u16>,
    /// Accounts in plain text.
    pub cpanel_plain: Option<u16>,
    /// Mailboxes over TLS.
    pub webmail: Option<u16>,
    /// Mailboxes in plain text.
    pub webmail_plain: Option<u16>,
    /// The DNS server, UDP and TCP.
    pub dns: Option<u16>,
    /// The sites.
    pub web: Option<u16>,
    /// The sites over TLS.
    pub web_tls: Option<u16>,
    /// Figures for Prometheus, on a loopback address.
    pub metrics: Option<u16>,
}

impl Default for Ports {
    /// WHM, accounts and mailboxes where clients look for them, the rest where no rights are needed.
    fn default() -> Self {
        Self {
            whm: Some(2087),
            whm_plain: None,
            cpanel: Some(2083),
            cpanel_plain: None,
            webmail: Some(2096),
            webmail_plain: None,
            dns: Some(5300),
            web: Some(8080),
            web_tls: Some(8443),
            metrics: Some(9287),
        }
    }
}

/// The bounds of the front: what one request, one caller and all of them may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Connections at a time.
    pub connections: usize,
    /// Connections at a time from one address (IPv6: one /64).
    pub connections_per_source: usize,
    /// Calls at work at a time.
    pub calls: usize,
    /// Calls waiting for their turn.
    pub calls_waiting: usize,
    /// Those of one caller.
    pub calls_waiting_per_caller: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 4_096,
            connections_per_source: 1_024,
            calls: 48,
            calls_waiting: 4_096,
            calls_waiting_per_caller: 1_024,
        }
    }
}
