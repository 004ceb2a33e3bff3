//! Looking up names.

use std::net::IpAddr;

use api::{Cx, DomainName, Result};

use super::servers;

/// The addresses of a name, asking the resolvers that are set.
pub fn addresses(cx: &Cx<'_>, name: &DomainName) -> Result<Vec<IpAddr>> {
    let tx = cx.host.store.read()?;
    let asking = servers::asking(&*tx)?;
    drop(tx);
    cx.host.resolver.addresses(name, &asking)
}

/// The first IPv4 address of a name, as text.
pub fn ipv4(cx: &Cx<'_>, name: &DomainName) -> Result<Option<String>> {
    let found = addresses(cx, name)?;
    Ok(found.iter().find(|ip| ip.is_ipv4()).map(ToString::to_string))
}

/// What the DNS says of a name's addresses and mail, in the words of host(1).
pub fn lines(cx: &Cx<'_>, name: &DomainName) -> Result<Vec<String>> {
    let tx = cx.host.store.read()?;
    let asking = servers::asking(&*tx)?;
    drop(tx);
    let addresses = cx.host.resolver.addresses(name, &asking)?;
    let hosts = cx.host.resolver.mail_hosts(name, &asking)?;
    let addresses = addresses.iter().map(|address| match address {
        IpAddr::V4(address) => format!("{name} has address {address}"),
        IpAddr::V6(address) => format!("{name} has IPv6 address {address}"),
    });
    let hosts = hosts.iter();
    let hosts = hosts.map(|(rank, host)| format!("{name} mail is handled by {rank} {host}."));
    Ok(addresses.chain(hosts).collect())
}
