//! The name that the address of an account's mail leads back to. Read from the reverse zones that
//! this server has.

use std::net::IpAddr;

use api::{
    Cx, DomainName, Error, Output, Result, Word,
    ports::Asking,
    records::{AccountRecord, Tx},
};

use super::{records, texts};
use crate::domain::dns::{reverse, servers};

/// How an address and its names fit together.
#[derive(Debug, Clone, Output)]
pub struct Pointers {
    /// The name of the address in reverse.
    pub arpa_domain: String,
    /// The domain.
    pub domain: DomainName,
    /// Why it could not be found out; empty where it was.
    pub error: String,
    /// The name that the mail server calls itself there: what the address was last found to lead
    /// back to, else the host's.
    pub helo: String,
    /// The address.
    pub ip_address: String,
    /// Its version, 4 or 6.
    pub ip_version: u32,
    /// The nameservers of the reverse zone.
    pub nameservers: Vec<String>,
    /// The names that the address leads to.
    pub ptr_records: Vec<Pointer>,
    /// How they fit together.
    pub state: PointersState,
}

/// A name that an address leads to.
#[derive(Debug, Clone, Output)]
pub struct Pointer {
    /// The name.
    pub domain: String,
    /// The addresses of the name.
    pub forward_records: Vec<String>,
    /// Whether it leads back.
    pub state: PointerState,
}

/// Whether a name leads back to the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum PointerState {
    /// It does.
    #[word("VALID")]
    Valid,
    /// It has no address.
    #[word("MISSING_FWD")]
    MissingForward,
    /// It has others.
    #[word("FWD_MISMATCH")]
    ForwardMismatch,
}

/// How an address and its names fit together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum PointersState {
    /// It could not be found out.
    #[word("ERROR")]
    Error,
    /// The address is of a private network.
    #[word("IP_IS_PRIVATE")]
    Private,
    /// The address leads to the mail server's name, and all names that it leads to lead back.
    #[word("VALID")]
    Valid,
    /// The address leads nowhere.
    #[word("MISSING_PTR")]
    Missing,
    /// It leads to other names.
    #[word("PTR_MISMATCH")]
    Mismatch,
}

/// Compares the address of an account with its names.
pub fn of(
    cx: &Cx<'_>,
    tx: &dyn Tx,
    domain: &DomainName,
    account: &AccountRecord,
) -> Result<Pointers> {
    let ip: IpAddr = account.ip.parse().map_err(Error::internal)?;
    let arpa = arpa(ip);
    let helo = reverse::of(tx, &account.ip)?.map_or_else(|| cx.host.system.hostname(), Ok)?;
    let mut told = Pointers {
        arpa_domain: arpa.clone(),
        domain: domain.clone(),
        error: String::new(),
        helo,
        ip_address: ip.to_string(),
        ip_version: if ip.is_ipv4() { 4 } else { 6 },
        nameservers: Vec::new(),
        ptr_records: Vec::new(),
        state: PointersState::Private,
    };
    if is_private(ip) {
        return Ok(told);
    }
    let name: DomainName = arpa.parse().map_err(|problem: String| Error::internal(problem))?;
    let Some(zone) = records::zone(tx, &name)? else {
        told.state = PointersState::Error;
        told.error = format!("This server has no reverse zone of {ip}.");
        return Ok(told);
    };
    let asking = servers::asking(tx)?;
    let own = texts::within(&zone, "", &name);
    let values = |name: &str, kind: &str| -> Vec<String> {
        let lines = zone.lines.iter().filter(|line| line.name == name && line.kind == kind);
        lines.map(|line| line.value.trim_end_matches('.').to_owned()).collect()
    };
    told.nameservers = values("", "NS");
    for pointer in values(&own, "PTR") {
        told.ptr_records.push(judge(cx, &asking, pointer, ip));
    }
    told.state = fitting(&told.helo, &told.ptr_records);
    Ok(told)
}

/// How the names of an address fit together, and with the mail server's own.
fn fitting(helo: &str, names: &[Pointer]) -> PointersState {
    let lead_back = || names.iter().all(|one| one.state == PointerState::Valid);
    match names {
        [] => PointersState::Missing,
        names if lead_back() && names.iter().any(|one| one.domain == helo) => PointersState::Valid,
        _ => PointersState::Mismatch,
    }
}

fn judge(cx: &Cx<'_>, asking: &Asking, domain: String, ip: IpAddr) -> Pointer {
    let found = match domain.parse() {
        Ok(name) => cx.host.resolver.addresses(&name, asking).unwrap_or_default(),
        Err(_) => Vec::new(),
    };
    let state = match found.as_slice() {
        [] => PointerState::MissingForward,
        found if found.contains(&ip) => PointerState::Valid,
        _ => PointerState::ForwardMismatch,
    };
    let forward_records = found.iter().map(ToString::to_string).collect();
    Pointer { domain, forward_records, state }
}

fn is_private(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => ip.is_private() || ip.is_loopback() || ip.is_link_local(),
        IpAddr::V6(ip) => ip.is_loopback() || ip.is_unique_local() || ip.is_unicast_link_local(),
    }
}

/// The name of an address in reverse (RFC 1035, section 3.5; RFC 3596, section 2.5).
fn arpa(ip: IpAddr) -> String {
    match ip {
        IpAddr::V4(ip) => {
            let [a, b, c, d] = ip.octets();
            format!("{d}.{c}.{b}.{a}.in-addr.arpa")
        }
        IpAddr::V6(ip) => {
            let digits = format!("{:032x}", ip.to_bits());
            let labels: Vec<String> = digits.chars().rev().map(String::from).collect();
            format!("{}.ip6.arpa", labels.join("."))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_names_of_an_address_must_lead_back_and_one_be_the_mail_servers() {
        let name = |domain: &str, state| Pointer {
            domain: domain.to_owned(),
            forward_records: Vec::new(),
            state,
        };
        let own = || name("mail.test", PointerState::Valid);
        let other = || name("other.test", PointerState::Valid);
        let astray = || name("astray.test", PointerState::MissingForward);
        for (names, state) in [
            (vec![], PointersState::Missing),
            (vec![own()], PointersState::Valid),
            (vec![other(), own()], PointersState::Valid),
            (vec![other()], PointersState::Mismatch),
            (vec![own(), astray()], PointersState::Mismatch),
        ] {
            assert_eq!(fitting("mail.test", &names), state, "{names:?}");
        }
    }

    #[test]
    fn an_address_is_named_in_reverse() {
        assert_eq!(arpa([192, 0, 2, 10].into()), "10.2.0.192.in-addr.arpa");
        let six = arpa("2001:db8::1".parse().unwrap());
        assert!(six.starts_with("1.0.0.") && six.ends_with(".8.b.d.0.1.0.0.2.ip6.arpa"), "{six}");
        assert!(is_private([10, 0, 0, 1].into()) && !is_private([192, 0, 2, 1].into()));
    }
}
