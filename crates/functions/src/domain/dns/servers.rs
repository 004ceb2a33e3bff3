//! The server's nameservers and resolvers, as they are set: in the store, else in the
//! configuration.

use std::net::IpAddr;

use api::{
    DomainName, Error, Host, Result,
    ports::{Asking, Faults},
    records::{Setting, Tx},
    zone::RecordType,
};

use crate::domain::change::Change;

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

/// Whom look-ups ask, and how.
pub fn asking(tx: &dyn Tx) -> Result<Asking> {
    Ok(Asking { servers: resolvers(tx)?, faults: faults(tx)? })
}

/// The setting of what does not get through to the resolvers.
const FAULTS: &str = "resolver_faults";

/// What was found not to get through to the resolvers.
fn faults(tx: &dyn Tx) -> Result<Faults> {
    let set: Option<Setting> = tx.find(&[FAULTS.into()])?;
    let set = set.map(|set| set.value).unwrap_or_default();
    let has = |word| set.split(' ').any(|set| set == word);
    Ok(Faults { ip6: has("ip6"), udp: has("udp"), edns: has("edns") })
}

/// Has look-ups go around these faults from now on.
pub fn work_around(change: &mut Change<'_>, faults: Faults) -> Result<()> {
    let words = [("ip6", faults.ip6), ("udp", faults.udp), ("edns", faults.edns)];
    let found: Vec<&str> =
        words.into_iter().filter(|(_, has)| *has).map(|(word, _)| word).collect();
    change.save(&Setting { name: FAULTS.to_owned(), value: found.join(" ") })
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
