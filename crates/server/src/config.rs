//! What the operator set: in `innkeeper.toml`, overridden by the command line's options.

use std::{net::IpAddr, path::PathBuf};

use api::function::Settings;

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
    pub store: String,
    /// The host's full name, where it is not to be asked of the system.
    pub hostname: Option<String>,
    /// What the functions are told.
    pub settings: Settings,
    /// The bounds of the front.
    pub limits: Limits,
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
    /// The DNS server, UDP and TCP.
    pub dns: Option<u16>,
    /// The sites.
    pub web: Option<u16>,
    /// Figures for Prometheus, on a loopback address.
    pub metrics: Option<u16>,
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
}

impl Default for Limits {
    fn default() -> Self {
        Self { connections: 4_096, connections_per_source: 1_024, calls: 48, calls_waiting: 1_024 }
    }
}
