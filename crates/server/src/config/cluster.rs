//! The other servers of the DNS cluster, as the file names them.

use std::{
    collections::BTreeSet,
    net::{IpAddr, SocketAddr},
    path::Path,
};

use adapters::system::{ClusterMember, Trusted};
use api::{DomainName, UserName};

use super::given::GivenMember;

/// Where WHM listens unless it is said otherwise.
const PORT: u16 = 2087;

/// The members. Functions name them by their addresses, so that a user has one at an address.
pub(super) fn members(given: &[GivenMember]) -> Result<Vec<ClusterMember>, String> {
    let members: Vec<ClusterMember> = given.iter().map(member).collect::<Result<_, _>>()?;
    let mut known = BTreeSet::new();
    for ClusterMember { owner, address, .. } in &members {
        let ip = address.ip().to_canonical();
        if !known.insert((owner, ip)) {
            return Err(format!("dns_cluster: {owner} has two members at {ip}"));
        }
    }
    Ok(members)
}

fn member(given: &GivenMember) -> Result<ClusterMember, String> {
    let address = address(&given.address)?;
    let wrong = |key: &str, problem: &str| format!("dns_cluster: {address}: {key}: {problem}");
    let path = |key: &str, path: &Path| {
        let problem = || wrong(key, "it must be an absolute path");
        path.is_absolute().then(|| path.to_owned()).ok_or_else(problem)
    };
    let hostname = given.hostname.as_deref().map(str::parse::<DomainName>).transpose();
    let hostname = hostname.map_err(|problem| wrong("hostname", &problem))?;
    let trusted = match (&given.ca_file, &given.fingerprint) {
        (None, None) => Trusted::Machine,
        (Some(file), None) => Trusted::File(path("ca_file", file)?),
        (None, Some(text)) => Trusted::Exactly(
            text.parse().map_err(|problem: String| wrong("fingerprint", &problem))?,
        ),
        (Some(_), Some(_)) => return Err(wrong("fingerprint", "it cannot stand beside ca_file")),
    };
    Ok(ClusterMember {
        owner: user(given.owner.as_ref()),
        address,
        hostname: hostname.map(|name| name.to_string()),
        user: user(given.user.as_ref()),
        token_file: path("token_file", &given.token_file)?,
        trusted,
    })
}

fn user(given: Option<&UserName>) -> UserName {
    given.cloned().unwrap_or_else(UserName::root)
}

/// An address of one server, with a port or without.
fn address(text: &str) -> Result<SocketAddr, String> {
    let alone = |_| text.parse().map(|ip: IpAddr| SocketAddr::new(ip, PORT));
    match text.parse().or_else(alone) {
        Ok(address) if is_one(address) => Ok(address),
        _ => Err(
            "dns_cluster: address: it must be the IP address of a server, such as 192.0.2.53 or \
                  [2001:db8::53]:2087"
                .to_owned(),
        ),
    }
}

fn is_one(address: SocketAddr) -> bool {
    let ip = address.ip().to_canonical();
    address.port() != 0 && !ip.is_unspecified() && !ip.is_multicast()
}
