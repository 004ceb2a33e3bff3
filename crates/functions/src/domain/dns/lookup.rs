//! Looking up names.

use std::net::IpAddr;

use api::{Cx, DomainName, Result};

use super::servers;

/// The addresses of a name, asking the resolvers that are set.
pub fn addresses(cx: &Cx<'_>, name: &DomainName) -> Result<Vec<IpAddr>> {
    let tx = cx.host.store.read()?;
    let servers = servers::resolvers(&*tx)?;
    drop(tx);
    cx.host.resolver.addresses(name, &servers)
}

/// The first IPv4 address of a name, as text.
pub fn ipv4(cx: &Cx<'_>, name: &DomainName) -> Result<Option<String>> {
    let found = addresses(cx, name)?;
    Ok(found.iter().find(|ip| ip.is_ipv4()).map(ToString::to_string))
}
