//! The addresses of the machine's network interfaces.

use std::net::IpAddr;

use crate::Result;

/// The addresses of the machine's network interfaces.
pub trait Addresses: Send + Sync {
    /// Puts the address on an interface so.
    fn apply(&self, address: &InterfaceAddress) -> Result<()>;
    /// Takes the address from its interface; the machine's main one stays.
    fn withdraw(&self, ip: IpAddr) -> Result<()>;
    /// Every address that carries our mark, and the main one.
    fn list(&self) -> Result<Vec<Interface>>;
}

/// An address as it should be on an interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InterfaceAddress {
    /// The address.
    pub ip: IpAddr,
    /// How many bits of it are the network's.
    pub prefix: u8,
    /// Whether it is the one that the machine has from the start.
    pub main: bool,
}

/// An address as it is on an interface.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interface {
    /// The address.
    pub address: InterfaceAddress,
    /// The interface, such as `eth0` or its alias `eth0:cp1`.
    pub name: String,
    /// Whether it is up.
    pub up: bool,
}
