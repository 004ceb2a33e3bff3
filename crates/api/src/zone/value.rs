//! Values of records: typed, and written as zone files have them. How they are read is `read`'s.

use std::{
    fmt,
    net::{Ipv4Addr, Ipv6Addr},
};

use super::{Binding, Location, RecordType, text};

/// The value of a record. Names are absolute, with their final dot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecordValue {
    /// An IPv4 address.
    A(Ipv4Addr),
    /// An IPv6 address in two parts (RFC 2874).
    A6 {
        /// How many bits are found under the name, 0 to 128.
        prefix: u8,
        /// The other bits.
        suffix: Ipv6Addr,
        /// The name, where there are such bits.
        name: Option<String>,
    },
    /// An IPv6 address.
    Aaaa(Ipv6Addr),
    /// A server of a cell's database.
    Afsdb {
        /// Which kind of server.
        subtype: u16,
        /// The host.
        hostname: String,
    },
    /// Who may issue certificates.
    Caa {
        /// 128 where an issuer must understand the tag.
        flag: u8,
        /// The property.
        tag: String,
        /// The property's value.
        value: Vec<u8>,
    },
    /// The name that an alias stands for.
    Cname(String),
    /// The name under which all names below are found.
    Dname(String),
    /// The key of a signed zone below.
    Ds {
        /// The key's tag.
        tag: u16,
        /// The key's algorithm.
        algorithm: u8,
        /// How the digest is made.
        digest_type: u8,
        /// The digest.
        digest: Vec<u8>,
    },
    /// What a host is and runs.
    Hinfo {
        /// The machine.
        cpu: Vec<u8>,
        /// The operating system.
        os: Vec<u8>,
    },
    /// How a web server is reached.
    Https(Binding),
    /// A place on earth.
    Loc(Location),
    /// A host that takes mail; `.` says that none does.
    Mx {
        /// Lower ones are tried first.
        preference: u16,
        /// The host.
        exchange: String,
    },
    /// A rule that rewrites names.
    Naptr {
        /// Lower ones go first.
        order: u16,
        /// Lower ones go first among those of one order.
        preference: u16,
        /// What follows the rule.
        flags: Vec<u8>,
        /// The services.
        services: Vec<u8>,
        /// How the name is rewritten.
        regexp: Vec<u8>,
        /// The name that replaces it, or the root.
        replacement: String,
    },
    /// A nameserver.
    Ns(String),
    /// The name of an address.
    Ptr(String),
    /// Who answers for a name.
    Rp {
        /// The mail address as a name.
        mailbox: String,
        /// The name whose TXT records say more, or the root.
        text: String,
    },
    /// A host and port of a service; `.` says that there is none.
    Srv {
        /// Lower ones are tried first.
        priority: u16,
        /// The share among those of one priority.
        weight: u16,
        /// The port.
        port: u16,
        /// The host.
        target: String,
    },
    /// The key of an SSH server.
    Sshfp {
        /// The key's algorithm.
        algorithm: u8,
        /// How the fingerprint is made.
        kind: u8,
        /// The fingerprint.
        fingerprint: Vec<u8>,
    },
    /// How a service is reached.
    Svcb(Binding),
    /// The certificate of a TLS server.
    Tlsa {
        /// Which certificate it is.
        usage: u8,
        /// Which part of it.
        selector: u8,
        /// How the part is given.
        matching: u8,
        /// The part.
        data: Vec<u8>,
    },
    /// Character-strings of at most 255 bytes each.
    Txt(Vec<Vec<u8>>),
}

impl RecordValue {
    /// The type of record that has such a value.
    pub fn kind(&self) -> RecordType {
        match self {
            Self::A(_) => RecordType::A,
            Self::A6 { .. } => RecordType::A6,
            Self::Aaaa(_) => RecordType::Aaaa,
            Self::Afsdb { .. } => RecordType::Afsdb,
            Self::Caa { .. } => RecordType::Caa,
            Self::Cname(_) => RecordType::Cname,
            Self::Dname(_) => RecordType::Dname,
            Self::Ds { .. } => RecordType::Ds,
            Self::Hinfo { .. } => RecordType::Hinfo,
            Self::Https(_) => RecordType::Https,
            Self::Loc(_) => RecordType::Loc,
            Self::Mx { .. } => RecordType::Mx,
            Self::Naptr { .. } => RecordType::Naptr,
            Self::Ns(_) => RecordType::Ns,
            Self::Ptr(_) => RecordType::Ptr,
            Self::Rp { .. } => RecordType::Rp,
            Self::Srv { .. } => RecordType::Srv,
            Self::Sshfp { .. } => RecordType::Sshfp,
            Self::Svcb(_) => RecordType::Svcb,
            Self::Tlsa { .. } => RecordType::Tlsa,
            Self::Txt(_) => RecordType::Txt,
        }
    }

    /// The value's items in the order of zone files, texts bare: what [`Self::from_items`] reads.
    pub fn items(&self) -> Vec<Vec<u8>> {
        match self {
            Self::A(address) => written([address]),
            Self::A6 { prefix, suffix, name } => {
                let mut items = written([prefix]);
                items.extend(written((*prefix < 128).then_some(suffix)));
                items.extend(written(name));
                items
            }
            Self::Aaaa(address) => written([address]),
            Self::Afsdb { subtype: number, hostname: name }
            | Self::Mx { preference: number, exchange: name } => {
                [written([number]), written([name])].concat()
            }
            Self::Caa { flag, tag, value } => {
                vec![flag.to_string().into(), tag.as_str().into(), value.clone()]
            }
            Self::Cname(name) | Self::Dname(name) | Self::Ns(name) | Self::Ptr(name) => {
                written([name])
            }
            Self::Ds { tag, algorithm, digest_type, digest } => {
                [written([tag]), written([algorithm, digest_type]), written([hex(digest)])].concat()
            }
            Self::Hinfo { cpu, os } => vec![cpu.clone(), os.clone()],
            Self::Https(binding) | Self::Svcb(binding) => binding.items(),
            Self::Loc(location) => location.items(),
            Self::Naptr { order, preference, flags, services, regexp, replacement } => {
                let mut items = written([order, preference]);
                items.extend([flags.clone(), services.clone(), regexp.clone()]);
                items.extend(written([replacement]));
                items
            }
            Self::Rp { mailbox, text } => written([mailbox, text]),
            Self::Srv { priority, weight, port, target } => {
                [written([priority, weight, port]), written([target])].concat()
            }
            Self::Sshfp { algorithm, kind, fingerprint } => {
                [written([algorithm, kind]), written([hex(fingerprint)])].concat()
            }
            Self::Tlsa { usage, selector, matching, data } => {
                [written([usage, selector, matching]), written([hex(data)])].concat()
            }
            Self::Txt(strings) => strings.clone(),
        }
    }
}

/// Items as they are printed.
pub(super) fn written<T: fmt::Display>(items: impl IntoIterator<Item = T>) -> Vec<Vec<u8>> {
    items.into_iter().map(|item| item.to_string().into_bytes()).collect()
}

/// Bytes in hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    let halves = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    halves.filter_map(|half| char::from_digit(half.into(), 16)).collect()
}

/// The value as zone files write it, with absolute names.
impl fmt::Display for RecordValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = self.kind();
        for (place, item) in self.items().iter().enumerate() {
            if place > 0 {
                f.write_str(" ")?;
            }
            let item = if kind.has_text_at(place) { text::quoted(item) } else { text::bare(item) };
            f.write_str(&item)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Result, zone::samples};

    fn parse(kind: RecordType, value: &str) -> Result<RecordValue> {
        RecordValue::parse(kind, value, &"example.test".parse().unwrap())
    }

    #[test]
    fn values_are_written_with_absolute_names() {
        for (kind, given, written) in samples::VALUES {
            let kind: RecordType = kind.parse().unwrap();
            let value = parse(kind, given).unwrap_or_else(|why| panic!("{given}: {why}"));
            assert_eq!(value.to_string(), *written);
            assert_eq!(value.kind(), kind);
            assert_eq!(parse(kind, written).unwrap(), value);
        }
    }

    #[test]
    fn every_type_but_two_has_a_sample() {
        for kind in RecordType::ALL {
            let sample = samples::VALUES.iter().any(|(word, ..)| *word == kind.as_str());
            assert_eq!(sample, !matches!(kind, RecordType::Soa | RecordType::Alias), "{kind:?}");
        }
    }

    #[test]
    fn a_wrong_value_is_refused_by_its_field() {
        for (kind, given, field) in samples::WRONG {
            let error = parse(kind.parse().unwrap(), given).unwrap_err().to_string();
            assert!(error.starts_with(field), "{kind} {given}: {error}");
        }
    }
}
