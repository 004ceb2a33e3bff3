//! The addresses of the machine's network interfaces.

use std::{net::IpAddr, sync::Arc};

use api::{
    Result,
    ports::{Addresses, Interface, InterfaceAddress},
};
use root::{Answer, Client, FoundAddress, Verb};

use super::refused::{call, unfit};

/// The network of the machine.
pub struct Network {
    root: Arc<Client>,
    /// The address that accounts without one of their own share.
    main: Option<IpAddr>,
}

impl Network {
    /// The network of a machine whose accounts share that address.
    pub fn new(root: Arc<Client>, main: Option<IpAddr>) -> Self {
        Self { root, main }
    }

    fn told(&self, found: FoundAddress) -> Interface {
        let main = Some(found.ip) == self.main;
        let address = InterfaceAddress { ip: found.ip, prefix: found.prefix, main };
        Interface { address, name: found.interface, up: found.up }
    }
}

impl Addresses for Network {
    /// The main one is the machine's own, and is where its administrator put it.
    fn apply(&self, address: &InterfaceAddress) -> Result<()> {
        if address.main {
            return Ok(());
        }
        let verb = Verb::PutAddress { ip: address.ip, prefix: address.prefix };
        call(&self.root, &verb, "network").map(drop)
    }

    fn withdraw(&self, ip: IpAddr) -> Result<()> {
        call(&self.root, &Verb::RemoveAddress(ip), "network").map(drop)
    }

    fn list(&self) -> Result<Vec<Interface>> {
        let Answer::Addresses(found) = call(&self.root, &Verb::ListAddresses, "network")? else {
            return Err(unfit());
        };
        let known = |found: &FoundAddress| found.ours || Some(found.ip) == self.main;
        let mut all: Vec<Interface> =
            found.into_iter().filter(known).map(|found| self.told(found)).collect();
        all.sort_by_key(|interface| interface.address.ip);
        Ok(all)
    }
}
