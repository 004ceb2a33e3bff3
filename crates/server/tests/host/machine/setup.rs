//! What a test's machine is made of.

use std::{
    net::{Ipv4Addr, TcpListener, UdpSocket},
    path::{Path, PathBuf},
};

use root::Service;

use super::SERVER;

/// What is not as on any machine.
#[derive(Clone)]
pub(crate) struct Setup {
    /// The services that run. The others are set up and asleep: what is published for them is checked and
    /// put in place all the same.
    pub(crate) services: Vec<Service>,
    /// The folder of homes.
    pub(crate) homes: PathBuf,
    /// The store, where it is not in the data folder.
    pub(crate) store: Option<String>,
    /// What stands before the server's program.
    pub(crate) before: Vec<String>,
    /// What a password's hash costs; 5 is the usual.
    pub(crate) hash_cost: u8,
    /// More lines of the server's configuration.
    pub(crate) config: String,
    /// Whether the server's calls of the privileged process go by way of the test.
    pub(crate) between: bool,
    /// Variables of both programs' environment.
    pub(crate) environment: Vec<(&'static str, &'static str)>,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            services: Service::ALL.to_vec(),
            homes: "/home".into(),
            store: None,
            before: Vec::new(),
            hash_cost: 1,
            config: String::new(),
            between: false,
            environment: Vec::new(),
        }
    }
}

impl Setup {
    /// With these services alone.
    pub(crate) fn of(services: &[Service]) -> Self {
        Self { services: services.to_vec(), ..Self::default() }
    }

    /// The layout's file; users are where the system has them.
    pub(super) fn layout(&self, folder: &Path, ports: &root::Ports) -> root::Layout {
        root::Layout {
            server: SERVER.to_owned(),
            config: folder.join("config"),
            state: folder.join("state"),
            run: folder.join("run"),
            logs: folder.join("logs"),
            homes: self.homes.clone(),
            listen: Ipv4Addr::LOCALHOST.into(),
            ports: *ports,
            supervision: root::Supervision::Own,
            services: self.services.clone(),
            ..root::Layout::default()
        }
    }
}

/// Ports that nobody listens on.
pub(super) fn free_ports() -> impl FnMut() -> u16 {
    let mut next = (10_000..60_000).filter(|port| is_free(*port));
    move || next.next().unwrap()
}

fn is_free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
        && UdpSocket::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}
