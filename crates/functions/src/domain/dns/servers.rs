//! The server's nameservers and resolvers, as they are set: in the store, else in the
//! configuration.

use std::net::IpAddr;

use api::{
    DomainName, Error, Host, Result,
    records::{Setting, Tx},
    zone::RecordType,
};

/// What the DNS server is called.
pub const NAME: &str = "innkeeper";

/// Whether the DNS server takes records of a type: it follows no aliases of its own accord.
pub fn takes(kind: RecordType) -> bool {
    kind != RecordType::Alias
}

/// The settings of the nameservers of new zones, in order.
pub const NAMESERVERS: [&str; 4] = ["nameserver", "nameserver2", "nameserver3", "nameserver4"];
/// The settings of the resolvers, in order.
pub const RESOLVERS: [&str; 3] = ["resolver1", "resolver2", "resolver3"];

/// The nameservers of new zones; an empty setting takes one away.
pub fn nameservers(host: &Host, tx: &dyn Tx) -> Result<Vec<DomainName>> {
    let configured = host.settings.nameservers.iter();
    let mut names: Vec<Option<String>> = configured.cloned().map(Some).collect();
    names.resize(names.len().max(NAMESERVERS.len()), None);
    for (name, setting) in names.iter_mut().zip(NAMESERVERS) {
        let set: Option<Setting> = tx.find(&[setting.into()])?;
        if let Some(set) = set {
            *name = Some(set.value);
        }
    }
    let set = names.into_iter().flatten().filter(|name| !name.is_empty());
    set.map(|name| name.parse().map_err(|problem: String| Error::internal(problem))).collect()
}

/// The servers that look-ups ask; none for those of the system.
pub fn resolvers(tx: &dyn Tx) -> Result<Vec<IpAddr>> {
    let mut servers = Vec::new();
    for setting in RESOLVERS {
        let set: Option<Setting> = tx.find(&[setting.into()])?;
        servers.extend(set.and_then(|set| set.value.parse::<IpAddr>().ok()));
    }
    Ok(servers)
}
