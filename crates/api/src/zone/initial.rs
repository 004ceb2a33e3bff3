//! The zone that a new domain gets.

use std::net::IpAddr;

use super::{Policy, RecordType, Zone, relative_owner};
use crate::{
    DomainName, EmailAddress, Error, Result, UserName,
    records::{ZoneLine, ZoneRecord},
};

/// The names under which the pages of the server are reached below every domain.
pub const SERVICE_NAMES: &[&str] = &[
    "cpanel",
    "whm",
    "webmail",
    "webdisk",
    "cpcontacts",
    "cpcalendars",
    "autodiscover",
    "autoconfig",
];

/// The time to live of records that seldom change.
const LONG_TTL: u32 = 86_400;

/// What a new zone is made from.
#[derive(Debug, Clone)]
pub struct InitialZone<'a> {
    /// The domain.
    pub domain: &'a DomainName,
    /// The account whose domain it is, where it is one's.
    pub account: Option<&'a UserName>,
    /// The address of its site.
    pub ip: IpAddr,
    /// The nameservers, the primary first. With none, the domain itself is its nameserver.
    pub nameservers: &'a [DomainName],
    /// Who answers for the zone; `hostmaster` at the domain where the address is empty.
    pub contact: &'a EmailAddress,
    /// Its first serial.
    pub serial: u32,
    /// What else it holds.
    pub options: ZoneOptions,
}

/// What a new zone may hold besides the necessary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a choice of its own, named where it is made"
)]
pub struct ZoneOptions {
    /// Whether mail comes to the domain's own address; otherwise there is no MX record.
    pub mail: bool,
    /// Whether senders are published.
    pub spf: bool,
    /// Whether a mail policy is published.
    pub dmarc: bool,
    /// Whether the [`SERVICE_NAMES`] are there.
    pub services: bool,
    /// The default time to live, in seconds.
    pub ttl: u32,
}

impl Default for ZoneOptions {
    fn default() -> Self {
        Self { mail: true, spf: true, dmarc: true, services: true, ttl: 14_400 }
    }
}

impl Zone {
    /// The zone that a new domain gets.
    pub fn initial(from: &InitialZone<'_>) -> Result<Self> {
        super::check_ttl(from.options.ttl)?;
        let primary = from.nameservers.first().unwrap_or(from.domain);
        let soa = ZoneRecord {
            name: from.domain.clone(),
            account: from.account.cloned(),
            serial: from.serial,
            primary: primary.to_string(),
            contact: contact(from.contact, from.domain),
            refresh: 3600,
            retry: 1800,
            expire: 1_209_600,
            minimum: 86_400,
            ttl: from.options.ttl,
        };
        let mut lines = Lines { from, lines: Vec::new() };
        lines.nameservers();
        lines.site();
        lines.mail();
        let zone = Self { soa, lines: lines.lines, signing: None };
        zone.check().map_err(Error::internal)?;
        Ok(zone)
    }
}

/// The lines of a new zone, as they are added.
struct Lines<'a> {
    from: &'a InitialZone<'a>,
    lines: Vec<ZoneLine>,
}

impl Lines<'_> {
    fn add(&mut self, name: &str, kind: RecordType, value: String) {
        self.add_for(self.from.options.ttl, name, kind, value);
    }

    /// A name that is too long below its domain is left out.
    fn add_for(&mut self, ttl: u32, name: &str, kind: RecordType, value: String) {
        if relative_owner(name, self.from.domain).is_err() {
            return;
        }
        let place = u32::try_from(self.lines.len()).unwrap_or(u32::MAX);
        let zone = self.from.domain.clone();
        let (name, kind) = (name.to_owned(), kind.as_str().to_owned());
        self.lines.push(ZoneLine { zone, place, name, ttl, kind, value });
    }

    fn has(&self, name: &str) -> bool {
        self.lines.iter().any(|line| line.name == name)
    }

    fn address(&mut self, name: &str) {
        let kind = if self.from.ip.is_ipv4() { RecordType::A } else { RecordType::Aaaa };
        self.add(name, kind, self.from.ip.to_string());
    }

    /// Nameservers, and the addresses of those that are within the zone: nobody else can tell them.
    fn nameservers(&mut self) {
        let itself = std::slice::from_ref(self.from.domain);
        let servers = if self.from.nameservers.is_empty() { itself } else { self.from.nameservers };
        for server in servers {
            self.add_for(LONG_TTL, "", RecordType::Ns, format!("{server}."));
        }
        for server in servers.iter().filter(|server| server.is_within(self.from.domain)) {
            let name = server.as_str().strip_suffix(self.from.domain.as_str()).unwrap_or_default();
            let name = name.strip_suffix('.').unwrap_or(name);
            if !name.is_empty() && !self.has(name) {
                self.address(name);
            }
        }
    }

    /// The domain, its aliases and the names of the server's pages. A name that is a nameserver
    /// already has its address.
    fn site(&mut self) {
        self.address("");
        for alias in ["www", "mail", "ftp"] {
            if !self.has(alias) {
                self.add(alias, RecordType::Cname, format!("{}.", self.from.domain));
            }
        }
        let services = if self.from.options.services { SERVICE_NAMES } else { &[] };
        for name in services {
            if !self.has(name) {
                self.address(name);
            }
        }
    }

    fn mail(&mut self) {
        let options = self.from.options;
        if options.mail {
            self.add("", RecordType::Mx, format!("0 {}.", self.from.domain));
        }
        if options.spf {
            self.add(Policy::Senders.name(), RecordType::Txt, Policy::Senders.value(self.from.ip));
        }
        if options.dmarc {
            self.add(Policy::Mail.name(), RecordType::Txt, Policy::Mail.value(self.from.ip));
        }
    }
}

/// A mail address as a domain name: dots before the `@` are escaped (RFC 1035, section 8). An
/// address that does not fit one becomes `hostmaster`.
fn contact(address: &EmailAddress, domain: &DomainName) -> String {
    let ordinary = |c: char| c.is_ascii_alphanumeric() || "-_+.".contains(c);
    match address.as_str().rsplit_once('@') {
        Some((local, host))
            if local.len() <= 63
                && local.len() + host.len() < 253
                && local.chars().all(ordinary) =>
        {
            format!("{}.{host}", local.replace('.', "\\."))
        }
        _ => domain.child("hostmaster").unwrap_or_else(|_| domain.clone()).to_string(),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(crate) fn zone(options: ZoneOptions) -> Zone {
        make(options, &["ns1.host.test", "ns2.host.test"], "192.0.2.7", "first.last@mail.test")
    }

    fn make(options: ZoneOptions, nameservers: &[&str], ip: &str, contact: &str) -> Zone {
        let nameservers: Vec<_> = nameservers.iter().map(|name| name.parse().unwrap()).collect();
        Zone::initial(&InitialZone {
            domain: &"example.test".parse().unwrap(),
            account: Some(&"example".parse().unwrap()),
            ip: ip.parse().unwrap(),
            nameservers: &nameservers,
            contact: &contact.parse().unwrap(),
            serial: 2_026_010_203,
            options,
        })
        .unwrap()
    }

    fn values<'a>(zone: &'a Zone, name: &str, kind: &str) -> Vec<&'a str> {
        let lines = zone.lines.iter().filter(|line| line.name == name && line.kind == kind);
        lines.map(|line| line.value.as_str()).collect()
    }

    #[test]
    fn a_new_zone_has_what_a_site_and_its_mail_need() {
        let zone = zone(ZoneOptions::default());
        zone.check().unwrap();
        assert_eq!(values(&zone, "", "NS"), ["ns1.host.test.", "ns2.host.test."]);
        assert_eq!(values(&zone, "", "A"), ["192.0.2.7"]);
        assert_eq!(values(&zone, "", "MX"), ["0 example.test."]);
        assert_eq!(values(&zone, "", "TXT"), ["\"v=spf1 +a +mx +ip4:192.0.2.7 ~all\""]);
        assert_eq!(values(&zone, "_dmarc", "TXT"), ["\"v=DMARC1; p=none;\""]);
        for alias in ["www", "mail", "ftp"] {
            assert_eq!(values(&zone, alias, "CNAME"), ["example.test."]);
        }
        for name in SERVICE_NAMES {
            assert_eq!(values(&zone, name, "A"), ["192.0.2.7"]);
        }
        let places: Vec<_> = zone.lines.iter().map(|line| line.place).collect();
        assert!(places.is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn what_is_not_wanted_is_left_out() {
        let none = ZoneOptions { mail: false, spf: false, dmarc: false, services: false, ttl: 300 };
        let zone = zone(none);
        assert!(zone.lines.iter().all(|line| matches!(line.kind.as_str(), "NS" | "A" | "CNAME")));
        assert_eq!(zone.lines.iter().filter(|line| line.kind == "A").count(), 1);
        assert_eq!(values(&zone, "cpanel", "A").len(), 0);
    }

    #[test]
    fn nameservers_within_the_zone_have_addresses() {
        let names =
            ["ns1.example.test", "mail.example.test", "cpanel.example.test", "example.test"];
        let zone = make(ZoneOptions::default(), &names, "2001:db8::7", "");
        zone.check().unwrap();
        for name in ["ns1", "mail", "cpanel", ""] {
            assert_eq!(values(&zone, name, "AAAA"), ["2001:db8::7"], "{name}");
        }
        assert_eq!(values(&zone, "", "TXT"), ["\"v=spf1 +a +mx +ip6:2001:db8::7 ~all\""]);
        assert_eq!(zone.soa.contact, "hostmaster.example.test");
    }

    #[test]
    fn the_longest_domain_has_a_zone() {
        let domain = ["a".repeat(63), "b".repeat(63), "c".repeat(63), "d".repeat(61)].join(".");
        let zone = Zone::initial(&InitialZone {
            domain: &domain.parse().unwrap(),
            account: None,
            ip: "192.0.2.7".parse().unwrap(),
            nameservers: &[],
            contact: &EmailAddress::default(),
            serial: 1,
            options: ZoneOptions::default(),
        })
        .unwrap();
        assert!(zone.lines.iter().all(|line| line.name.is_empty()));
        assert_eq!(zone.soa.contact, domain);
    }

    #[test]
    fn a_zone_without_nameservers_is_its_own() {
        let zone = make(ZoneOptions::default(), &[], "192.0.2.7", "a'b@mail.test");
        assert_eq!(values(&zone, "", "NS"), ["example.test."]);
        assert_eq!(zone.soa.contact, "hostmaster.example.test");
    }
}
