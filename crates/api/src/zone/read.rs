//! How values are read: from a zone file's text, or from items that a caller gives one by one.

use std::{slice::Iter, str::FromStr};

use super::{Binding, Location, RecordType, RecordValue, check_seconds, names, text};
use crate::{DomainName, Error, Result, records::ZoneRecord, values::text::shown};

impl RecordValue {
    /// Reads a value as zone files write it; names without a final dot are relative to the zone.
    /// Errors name the wrong field as calls name it: `address`, `exchange`, `txtdata`, ...
    pub fn parse(kind: RecordType, value: &str, zone: &DomainName) -> Result<Self> {
        let field = if kind == RecordType::Txt { "txtdata" } else { "value" };
        let items = text::items(value, kind).map_err(|why| Error::param(field, why))?;
        Self::from_items(kind, &items, zone)
    }

    /// Reads a value from its items, texts bare.
    pub fn from_items(kind: RecordType, items: &[Vec<u8>], zone: &DomainName) -> Result<Self> {
        if kind == RecordType::Txt {
            return text::strings(items).map(Self::Txt).map_err(|why| Error::param("txtdata", why));
        }
        let mut fields = Fields { rest: items.iter(), zone };
        let parsed = fields.value(kind)?;
        fields.end()?;
        Ok(parsed)
    }
}

impl ZoneRecord {
    /// The start of authority from its items; name, account and time to live are those of the
    /// present one.
    pub fn from_items(present: &Self, items: &[Vec<u8>]) -> Result<Self> {
        let mut fields = Fields { rest: items.iter(), zone: &present.name };
        let bare = |name: String| name.trim_end_matches('.').to_owned();
        let primary = bare(fields.host("mname")?);
        let contact = match fields.mailbox("rname")? {
            root if root == "." => return Err(Error::param("rname", "it must have a label")),
            name => bare(name),
        };
        let what = "a number from 0 to 4294967295";
        let serial = fields.read("serial", what)?;
        let mut seconds = |field| check_seconds(field, fields.read(field, what)?);
        let (refresh, retry) = (seconds("refresh")?, seconds("retry")?);
        let (expire, minimum) = (seconds("expire")?, seconds("minimum")?);
        fields.end()?;
        Ok(Self { serial, primary, contact, refresh, retry, expire, minimum, ..present.clone() })
    }
}

/// The items of a value, in their order.
pub(super) struct Fields<'a> {
    rest: Iter<'a, Vec<u8>>,
    zone: &'a DomainName,
}

const SHORT: &str = "a number from 0 to 65535";
const BYTE: &str = "a number from 0 to 255";

impl<'a> Fields<'a> {
    fn value(&mut self, kind: RecordType) -> Result<RecordValue> {
        Ok(match kind {
            RecordType::A => RecordValue::A(self.read("address", "an IPv4 address")?),
            RecordType::A6 => self.a6()?,
            RecordType::Aaaa => RecordValue::Aaaa(self.read("address", "an IPv6 address")?),
            RecordType::Afsdb => RecordValue::Afsdb {
                subtype: self.read("subtype", SHORT)?,
                hostname: self.host("hostname")?,
            },
            RecordType::Caa => self.caa()?,
            RecordType::Cname => RecordValue::Cname(self.host("cname")?),
            RecordType::Dname => RecordValue::Dname(self.host("dname")?),
            RecordType::Ds => self.ds()?,
            RecordType::Hinfo => {
                RecordValue::Hinfo { cpu: self.text("cpu")?, os: self.text("os")? }
            }
            RecordType::Https => RecordValue::Https(Binding::read(self)?),
            RecordType::Loc => RecordValue::Loc(Location::read(self)?),
            RecordType::Mx => RecordValue::Mx {
                preference: self.read("preference", SHORT)?,
                exchange: self.name("exchange")?,
            },
            RecordType::Naptr => self.naptr()?,
            RecordType::Ns => RecordValue::Ns(self.host("nsdname")?),
            RecordType::Ptr => RecordValue::Ptr(self.host("ptrdname")?),
            RecordType::Rp => {
                RecordValue::Rp { mailbox: self.mailbox("mbox")?, text: self.name("txtdname")? }
            }
            RecordType::Srv => RecordValue::Srv {
                priority: self.read("priority", SHORT)?,
                weight: self.read("weight", SHORT)?,
                port: self.read("port", SHORT)?,
                target: self.name("target")?,
            },
            RecordType::Sshfp => self.sshfp()?,
            RecordType::Svcb => RecordValue::Svcb(Binding::read(self)?),
            RecordType::Tlsa => self.tlsa()?,
            RecordType::Alias => {
                return Err(refused(
                    "ALIAS records need a server that follows them, which this one does not: use A and AAAA",
                ));
            }
            RecordType::Soa | RecordType::Txt => {
                return Err(refused("SOA is a part of the zone and not one of its lines"));
            }
        })
    }

    fn bytes(&mut self, field: &str) -> Result<&'a [u8]> {
        let item = self.rest.next().ok_or_else(|| Error::param(field, "it is missing"))?;
        Ok(item)
    }

    pub(super) fn word(&mut self, field: &str) -> Result<&'a str> {
        let bytes = self.bytes(field)?;
        std::str::from_utf8(bytes).map_err(|_| Error::param(field, "it is no text"))
    }

    pub(super) fn read<T: FromStr>(&mut self, field: &str, what: &str) -> Result<T> {
        let given = self.word(field)?;
        // A sign is no part of any number or address here.
        let parsed = if given.starts_with('+') { None } else { given.parse().ok() };
        parsed.ok_or_else(|| Error::param(field, format!("“{}” is not {what}", shown(given))))
    }

    /// What is left.
    pub(super) fn rest(&mut self) -> &'a [Vec<u8>] {
        std::mem::take(&mut self.rest).as_slice()
    }

    /// A name, or the root, which stands for none.
    pub(super) fn name(&mut self, field: &str) -> Result<String> {
        names::absolute(self.word(field)?, self.zone)
            .map_err(|problem| Error::param(field, problem))
    }

    /// A name other than the root.
    fn host(&mut self, field: &str) -> Result<String> {
        match self.name(field)? {
            root if root == "." => Err(Error::param(field, "it must have a label")),
            name => Ok(name),
        }
    }

    fn mailbox(&mut self, field: &str) -> Result<String> {
        names::mailbox(self.word(field)?, self.zone).map_err(|problem| Error::param(field, problem))
    }

    /// A text of one character-string.
    fn text(&mut self, field: &str) -> Result<Vec<u8>> {
        let text = self.bytes(field)?;
        if text.len() <= 255 {
            Ok(text.to_vec())
        } else {
            Err(Error::param(field, "it may have at most 255 bytes"))
        }
    }

    /// Bytes in hexadecimal, of a length that may be known; what is left may be in several items.
    fn hex(&mut self, field: &str, length: Option<usize>) -> Result<Vec<u8>> {
        let mut digits = Vec::from(self.bytes(field)?);
        digits.extend(self.rest().concat());
        let value = |digit: u8| char::from(digit).to_digit(16).and_then(|n| u8::try_from(n).ok());
        let pair = |pair: &[u8]| match pair {
            [high, low] => Some(value(*high)? << 4 | value(*low)?),
            _ => None,
        };
        let bytes: Option<Vec<u8>> = digits.chunks(2).map(pair).collect();
        match bytes {
            Some(bytes)
                if length.is_none_or(|length| bytes.len() == length) && !bytes.is_empty() =>
            {
                Ok(bytes)
            }
            Some(_) if length.is_some() => Err(Error::param(
                field,
                format!("it must have {} bytes for its type", length.unwrap_or_default()),
            )),
            _ => Err(Error::param(field, "it must be pairs of hexadecimal digits")),
        }
    }

    fn a6(&mut self) -> Result<RecordValue> {
        let prefix: u8 = self.read("prefix", "a number from 0 to 128")?;
        if prefix > 128 {
            return Err(Error::param("prefix", "it must be a number from 0 to 128"));
        }
        let whole: u128 = match prefix {
            128 => 0,
            _ => self.read::<std::net::Ipv6Addr>("refer", "an IPv6 address")?.into(),
        };
        let own = whole & u128::MAX.checked_shr(prefix.into()).unwrap_or_default();
        let name = if prefix == 0 { None } else { Some(self.host("refer")?) };
        Ok(RecordValue::A6 { prefix, suffix: own.into(), name })
    }

    fn caa(&mut self) -> Result<RecordValue> {
        let flag = self.read("flag", BYTE)?;
        let tag = self.word("tag")?.to_ascii_lowercase();
        if !(1..=15).contains(&tag.len()) || !tag.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Err(Error::param("tag", "it must have 1 to 15 letters and digits"));
        }
        Ok(RecordValue::Caa { flag, tag, value: self.text("value")? })
    }

    fn ds(&mut self) -> Result<RecordValue> {
        let (tag, algorithm) = (self.read("keyname", SHORT)?, self.read("algorithm", BYTE)?);
        let digest_type = self.read("digtype", BYTE)?;
        let length = match digest_type {
            1 => Some(20),
            2 | 3 => Some(32),
            4 => Some(48),
            _ => None,
        };
        let digest = self.hex("digest", length)?;
        Ok(RecordValue::Ds { tag, algorithm, digest_type, digest })
    }

    fn naptr(&mut self) -> Result<RecordValue> {
        let (order, preference) = (self.read("order", SHORT)?, self.read("preference", SHORT)?);
        let flags = self.text("flags")?;
        if !flags.iter().all(u8::is_ascii_alphanumeric) {
            return Err(Error::param("flags", "it must be letters and digits"));
        }
        let (services, regexp) = (self.text("service")?, self.text("regexp")?);
        let replacement = self.name("replacement")?;
        if !regexp.is_empty() && replacement != "." {
            return Err(Error::param("replacement", "it must be . where there is a regexp"));
        }
        Ok(RecordValue::Naptr { order, preference, flags, services, regexp, replacement })
    }

    fn sshfp(&mut self) -> Result<RecordValue> {
        let (algorithm, kind) = (self.read("algorithm", BYTE)?, self.read("fptype", BYTE)?);
        let length = match kind {
            1 => Some(20),
            2 => Some(32),
            _ => None,
        };
        let fingerprint = self.hex("fingerprint", length)?;
        Ok(RecordValue::Sshfp { algorithm, kind, fingerprint })
    }

    fn tlsa(&mut self) -> Result<RecordValue> {
        let (usage, selector) = (self.read("usage", BYTE)?, self.read("selector", BYTE)?);
        let matching = self.read("matching", BYTE)?;
        let length = match matching {
            1 => Some(32),
            2 => Some(64),
            _ => None,
        };
        let data = self.hex("certificate", length)?;
        Ok(RecordValue::Tlsa { usage, selector, matching, data })
    }

    fn end(&mut self) -> Result<()> {
        match self.rest.next() {
            None => Ok(()),
            Some(more) => {
                let more = String::from_utf8_lossy(more);
                Err(Error::param("value", format!("“{}” is one field too many", shown(&more))))
            }
        }
    }
}

fn refused(why: &'static str) -> Error {
    Error::param("type", why)
}
