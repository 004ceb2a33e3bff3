//! Values of records: typed, read from and written as zone files have them.

use std::{
    fmt,
    net::{Ipv4Addr, Ipv6Addr},
    str::{FromStr, SplitAsciiWhitespace},
};

use super::{names, text};
use crate::{DomainName, Error, Result, Word, values::text::shown};

/// The type of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Word)]
pub enum RecordType {
    /// An IPv4 address.
    #[word("A")]
    A,
    /// An IPv6 address.
    #[word("AAAA")]
    Aaaa,
    /// An alias of another name.
    #[word("CNAME")]
    Cname,
    /// A host that takes mail.
    #[word("MX")]
    Mx,
    /// A nameserver.
    #[word("NS")]
    Ns,
    /// Text.
    #[word("TXT")]
    Txt,
    /// A host and port of a service.
    #[word("SRV")]
    Srv,
    /// Who may issue certificates.
    #[word("CAA")]
    Caa,
    /// The name of an address.
    #[word("PTR")]
    Ptr,
    /// The certificate of a TLS server.
    #[word("TLSA")]
    Tlsa,
    /// How a service is reached.
    #[word("SVCB")]
    Svcb,
    /// How a web server is reached.
    #[word("HTTPS")]
    Https,
    /// A rule that rewrites names.
    #[word("NAPTR")]
    Naptr,
    /// The key of a signed zone below.
    #[word("DS")]
    Ds,
    /// The key of an SSH server.
    #[word("SSHFP")]
    Sshfp,
    /// The start of authority, which is a part of the zone and not one of its lines.
    #[word("SOA")]
    Soa,
}

/// The value of a record. Names are absolute, with their final dot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecordValue {
    /// An IPv4 address.
    A(Ipv4Addr),
    /// An IPv6 address.
    Aaaa(Ipv6Addr),
    /// The name that an alias stands for.
    Cname(String),
    /// A nameserver.
    Ns(String),
    /// The name of an address.
    Ptr(String),
    /// A host that takes mail; `.` says that none does.
    Mx {
        /// Lower ones are tried first.
        preference: u16,
        /// The host.
        exchange: String,
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
    /// Character-strings of at most 255 bytes each.
    Txt(Vec<Vec<u8>>),
    /// Who may issue certificates.
    Caa {
        /// 128 where an issuer must understand the tag.
        flag: u8,
        /// The property.
        tag: String,
        /// The property's value.
        value: Vec<u8>,
    },
}

impl RecordValue {
    /// Reads a value as zone files write it; names without a final dot are relative to the zone.
    /// Errors name the wrong field as calls name it: `address`, `exchange`, `txtdata`, ...
    pub fn parse(kind: RecordType, value: &str, zone: &DomainName) -> Result<Self> {
        let mut fields = Fields { rest: value.split_ascii_whitespace(), zone };
        let parsed = match kind {
            RecordType::A => Self::A(fields.read("address", "an IPv4 address")?),
            RecordType::Aaaa => Self::Aaaa(fields.read("address", "an IPv6 address")?),
            RecordType::Cname => Self::Cname(fields.host("cname")?),
            RecordType::Ns => Self::Ns(fields.host("nsdname")?),
            RecordType::Ptr => Self::Ptr(fields.host("ptrdname")?),
            RecordType::Mx => Self::Mx {
                preference: fields.read("preference", "a number from 0 to 65535")?,
                exchange: fields.name("exchange")?,
            },
            RecordType::Srv => fields.srv()?,
            RecordType::Txt => {
                return Ok(Self::Txt(
                    text::unquote(value).map_err(|why| Error::param("txtdata", why))?,
                ));
            }
            RecordType::Caa => return caa(value, fields),
            RecordType::Soa => {
                return Err(Error::param(
                    "type",
                    "SOA is a part of the zone and not one of its lines",
                ));
            }
            other => {
                return Err(Error::param(
                    "type",
                    format!("records of type {} are not supported yet", other.as_str()),
                ));
            }
        };
        fields.end()?;
        Ok(parsed)
    }

    /// The type of record that has such a value.
    pub fn kind(&self) -> RecordType {
        match self {
            Self::A(_) => RecordType::A,
            Self::Aaaa(_) => RecordType::Aaaa,
            Self::Cname(_) => RecordType::Cname,
            Self::Ns(_) => RecordType::Ns,
            Self::Ptr(_) => RecordType::Ptr,
            Self::Mx { .. } => RecordType::Mx,
            Self::Srv { .. } => RecordType::Srv,
            Self::Txt(_) => RecordType::Txt,
            Self::Caa { .. } => RecordType::Caa,
        }
    }
}

/// The value as zone files write it, with absolute names.
impl fmt::Display for RecordValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::A(address) => address.fmt(f),
            Self::Aaaa(address) => address.fmt(f),
            Self::Cname(name) | Self::Ns(name) | Self::Ptr(name) => f.write_str(name),
            Self::Mx { preference, exchange } => write!(f, "{preference} {exchange}"),
            Self::Srv { priority, weight, port, target } => {
                write!(f, "{priority} {weight} {port} {target}")
            }
            Self::Txt(strings) => f.write_str(&text::write_strings(strings.iter())),
            Self::Caa { flag, tag, value } => {
                write!(f, "{flag} {tag} {}", text::write_strings(std::iter::once(value)))
            }
        }
    }
}

/// The fields of a value, in their order.
struct Fields<'a> {
    rest: SplitAsciiWhitespace<'a>,
    zone: &'a DomainName,
}

impl<'a> Fields<'a> {
    fn next(&mut self, field: &str) -> Result<&'a str> {
        self.rest.next().ok_or_else(|| Error::param(field, "it is missing"))
    }

    fn read<T: FromStr>(&mut self, field: &str, what: &str) -> Result<T> {
        let given = self.next(field)?;
        given.parse().map_err(|_| Error::param(field, format!("“{}” is not {what}", shown(given))))
    }

    /// A name, or the root, which stands for none.
    fn name(&mut self, field: &str) -> Result<String> {
        names::absolute(self.next(field)?, self.zone)
            .map_err(|problem| Error::param(field, problem))
    }

    /// A name other than the root.
    fn host(&mut self, field: &str) -> Result<String> {
        match self.name(field)? {
            root if root == "." => Err(Error::param(field, "it must have a label")),
            name => Ok(name),
        }
    }

    fn srv(&mut self) -> Result<RecordValue> {
        let what = "a number from 0 to 65535";
        Ok(RecordValue::Srv {
            priority: self.read("priority", what)?,
            weight: self.read("weight", what)?,
            port: self.read("port", what)?,
            target: self.name("target")?,
        })
    }

    fn end(&mut self) -> Result<()> {
        match self.rest.next() {
            None => Ok(()),
            Some(more) => {
                Err(Error::param("value", format!("“{}” is one field too many", shown(more))))
            }
        }
    }
}

/// The third field is a text of its own, so the first two are cut off before it.
fn caa(whole: &str, mut fields: Fields<'_>) -> Result<RecordValue> {
    let flag = fields.read("flag", "a number from 0 to 255")?;
    let tag = fields.next("tag")?.to_ascii_lowercase();
    if !(1..=15).contains(&tag.len()) || !tag.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return Err(Error::param("tag", "it must have 1 to 15 letters and digits"));
    }
    let (_, rest) =
        whole.trim_ascii_start().split_once(|c: char| c.is_ascii_whitespace()).unwrap_or_default();
    let (_, rest) =
        rest.trim_ascii_start().split_once(|c: char| c.is_ascii_whitespace()).unwrap_or_default();
    let strings = text::unquote(rest).map_err(|problem| Error::param("value", problem))?;
    match <[Vec<u8>; 1]>::try_from(strings) {
        Ok([value]) => Ok(RecordValue::Caa { flag, tag, value }),
        Err(_) => Err(Error::param(
            "value",
            "it must be one text of at most 255 bytes, quoted if it has blanks",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(kind: RecordType, value: &str) -> Result<RecordValue> {
        RecordValue::parse(kind, value, &"example.test".parse().unwrap())
    }

    #[test]
    fn values_are_written_with_absolute_names() {
        let cases = [
            (RecordType::A, "192.0.2.1", "192.0.2.1"),
            (RecordType::Aaaa, "2001:DB8:0::1", "2001:db8::1"),
            (RecordType::Cname, "@", "example.test."),
            (RecordType::Ns, "ns1.host.test.", "ns1.host.test."),
            (RecordType::Ptr, "www", "www.example.test."),
            (RecordType::Mx, "0\t.", "0 ."),
            (RecordType::Mx, " 10  mail ", "10 mail.example.test."),
            (RecordType::Srv, "1 2 443 www", "1 2 443 www.example.test."),
            (RecordType::Txt, "a \"b c\"", "\"a\" \"b c\""),
            (RecordType::Caa, "0 Issue \"ca.test; a=b\"", "0 issue \"ca.test; a=b\""),
            (RecordType::Caa, "128 issue ca.test", "128 issue \"ca.test\""),
        ];
        for (kind, given, written) in cases {
            let value = parse(kind, given).unwrap();
            assert_eq!(value.to_string(), written);
            assert_eq!(value.kind(), kind);
            assert_eq!(parse(kind, written).unwrap(), value);
        }
    }

    #[test]
    fn a_wrong_value_is_refused_by_its_field() {
        let cases = [
            (RecordType::A, "", "address:"),
            (RecordType::A, "2001:db8::1", "address:"),
            (RecordType::A, "192.0.2.1\n@ A 192.0.2.2", "value:"),
            (RecordType::Aaaa, "192.0.2.1", "address:"),
            (RecordType::Cname, "a b", "value:"),
            (RecordType::Cname, ".", "cname:"),
            (RecordType::Ns, "-;x.", "nsdname:"),
            (RecordType::Ptr, "", "ptrdname:"),
            (RecordType::Mx, "mail", "preference:"),
            (RecordType::Mx, "65536 mail", "preference:"),
            (RecordType::Mx, "1", "exchange:"),
            (RecordType::Srv, "1 x 3 a", "weight:"),
            (RecordType::Srv, "1 2 3", "target:"),
            (RecordType::Srv, "1 2 -3 a", "port:"),
            (RecordType::Txt, "\"a", "txtdata:"),
            (RecordType::Caa, "256 issue a", "flag:"),
            (RecordType::Caa, "0 is-sue a", "tag:"),
            (RecordType::Caa, "0 issue", "value:"),
            (RecordType::Caa, "0 issue a b", "value:"),
            (RecordType::Soa, "a b 1 2 3 4 5", "type:"),
            (RecordType::Tlsa, "3 1 1 00", "type:"),
        ];
        for (kind, given, field) in cases {
            let error = parse(kind, given).unwrap_err().to_string();
            assert!(error.starts_with(field), "{given}: {error}");
        }
    }
}
