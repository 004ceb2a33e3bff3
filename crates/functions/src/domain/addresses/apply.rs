//! Making the host's addresses as the store says.

use std::net::IpAddr;

use api::{
    Host, Result,
    records::{Subject, Tx},
};

use crate::domain::apply::differing;

/// Makes an address so.
pub fn address(host: &Host, ip: IpAddr) -> Result<()> {
    let wanted = super::on_interface(host, &*host.store.read()?, ip)?;
    match wanted {
        Some(address) => host.addresses.apply(&address),
        None => host.addresses.withdraw(ip),
    }
}

/// Where host and store name different addresses, besides the main one.
pub fn drift(host: &Host, tx: &dyn Tx) -> Result<Vec<Subject>> {
    let in_store = super::all_on_interfaces(host, tx)?;
    let on_host = host.addresses.list()?.into_iter().map(|interface| interface.address);
    let on_host = on_host.filter(|address| !address.main).map(|address| address.ip);
    Ok(differing(in_store, on_host, Subject::Address))
}
