//! Facts of the machine, whose name the server may set.

use std::sync::Arc;

use api::{DomainName, Result, ports::System};
use root::{Client, Verb};

use super::refused::{call, name};
use crate::system::Linux;

/// The machine.
pub struct HostFacts {
    root: Arc<Client>,
    linux: Linux,
}

impl HostFacts {
    /// The machine, as the kernel tells of it.
    pub fn new(root: Arc<Client>, linux: Linux) -> Self {
        Self { root, linux }
    }
}

impl System for HostFacts {
    fn hostname(&self) -> Result<String> {
        self.linux.hostname()
    }

    fn set_hostname(&self, hostname: &DomainName) -> Result<()> {
        let verb = Verb::SetHostname(name(hostname.as_str())?);
        call(&self.root, &verb, "machine").map(drop)
    }

    fn load(&self) -> Result<[f64; 3]> {
        self.linux.load()
    }

    fn reboot(&self, force: bool) -> Result<()> {
        call(&self.root, &Verb::Reboot { force }, "machine").map(drop)
    }

    fn digest(&self, text: &str) -> String {
        self.linux.digest(text)
    }
}
