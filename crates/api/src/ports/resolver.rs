//! Looking up names.

use std::net::IpAddr;

use crate::{DomainName, Result};

/// Looking up names, of this server and of others.
pub trait Resolver: Send + Sync {
    /// The addresses of a name; an empty list where it has none.
    fn addresses(&self, name: &DomainName, asking: &Asking) -> Result<Vec<IpAddr>>;
    /// The hosts that take a name's mail, each with its priority; the lowest first.
    fn mail_hosts(&self, name: &DomainName, asking: &Asking) -> Result<Vec<(u16, String)>>;
    /// The names that an address leads back to, without final dots.
    fn names(&self, address: IpAddr, asking: &Asking) -> Result<Vec<String>>;
    /// Tries out what does not get through to the servers, or to those of the system.
    fn faults(&self, servers: &[IpAddr]) -> Result<Faults>;
}

/// Whom look-ups ask, and how.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asking {
    /// The servers, in order; none for those of the system.
    pub servers: Vec<IpAddr>,
    /// What does not get through to them, and is left out.
    pub faults: Faults,
}

/// What does not get through between this machine and those that it asks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Faults {
    /// Questions over IPv6.
    pub ip6: bool,
    /// Questions over UDP; those over TCP do.
    pub udp: bool,
    /// Questions that allow for long answers (EDNS); those that do not, do.
    pub edns: bool,
}
