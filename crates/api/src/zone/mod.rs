//! DNS zones: what a record may be, how it is written, what a new account's zone holds. Pure; what
//! serves zones is an adapter's.

mod initial;
mod names;
mod policy;
mod serial;
mod text;
mod value;

use std::{
    collections::{HashMap, HashSet},
    fmt,
};

use crate::{
    DomainName, Error, Result,
    records::{ZoneLine, ZoneRecord},
};

pub use initial::{InitialZone, SERVICE_NAMES, ZoneOptions};
pub use names::{absolute, absolute_owner, relative_owner};
pub use policy::Policy;
pub use serial::next_serial;
pub use text::{quote, unquote};
pub use value::{RecordType, RecordValue};

/// The shortest time to live of a record, in seconds.
pub const TTL_MIN: u32 = 60;
/// The longest time to live of a record, in seconds: a week.
pub const TTL_MAX: u32 = 604_800;

/// A zone with all its records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    /// Its start of authority.
    pub soa: ZoneRecord,
    /// Its records by place.
    pub lines: Vec<ZoneLine>,
}

impl Zone {
    /// The zone's name.
    pub fn name(&self) -> &DomainName {
        &self.soa.name
    }

    /// Whether the zone may be served: each record sound, an alias alone at its name, no alias at
    /// the zone's own name, and a nameserver there.
    pub fn check(&self) -> Result<()> {
        let mut kinds: HashMap<&str, HashSet<RecordType>> = HashMap::new();
        for line in &self.lines {
            let value = line.check(self.name())?;
            kinds.entry(&line.name).or_default().insert(value.kind());
        }
        for (name, kinds) in &kinds {
            check_alias(name, kinds)?;
        }
        if kinds.get("").is_some_and(|kinds| kinds.contains(&RecordType::Ns)) {
            Ok(())
        } else {
            Err(Error::param("nsdname", format!("the zone {} needs an NS record", self.name())))
        }
    }
}

fn check_alias(name: &str, kinds: &HashSet<RecordType>) -> Result<()> {
    if !kinds.contains(&RecordType::Cname) {
        return Ok(());
    }
    if name.is_empty() {
        return Err(Error::param("cname", "the zone's own name may not be an alias"));
    }
    if kinds.len() > 1 {
        return Err(Error::param(
            "cname",
            format!("“{name}” is an alias and may have no other record"),
        ));
    }
    Ok(())
}

impl ZoneLine {
    /// Reads the line's value, having checked its name and time to live.
    pub fn check(&self, zone: &DomainName) -> Result<RecordValue> {
        if &self.zone != zone {
            return Err(Error::param(
                "zone",
                format!("the record belongs to {}, not to {zone}", self.zone),
            ));
        }
        if relative_owner(&self.name, zone)? != self.name {
            return Err(Error::param("name", "it must be relative to the zone and in lower case"));
        }
        check_ttl(self.ttl)?;
        let kind =
            self.kind.parse::<RecordType>().map_err(|problem| Error::param("type", problem))?;
        RecordValue::parse(kind, &self.value, zone)
    }
}

/// The time to live, if it is within the bounds.
pub fn check_ttl(ttl: u32) -> Result<u32> {
    if (TTL_MIN..=TTL_MAX).contains(&ttl) {
        Ok(ttl)
    } else {
        Err(Error::param("ttl", format!("{ttl} is not between {TTL_MIN} and {TTL_MAX} seconds")))
    }
}

/// The zone as a zone file. Clients look for the words that the first line begins with.
impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { soa, lines } = self;
        let name = &soa.name;
        writeln!(f, "; cPanel first: the zone of {name}, kept by Innkeeper")?;
        writeln!(f, "$TTL {}", soa.ttl)?;
        write!(f, "{name}.\t{}\tIN\tSOA\t{}.\t{}.\t", soa.ttl, soa.primary, soa.contact)?;
        writeln!(f, "{} {} {} {} {}", soa.serial, soa.refresh, soa.retry, soa.expire, soa.minimum)?;
        for line in lines {
            let owner = absolute_owner(&line.name, name);
            writeln!(f, "{owner}\t{}\tIN\t{}\t{}", line.ttl, line.kind, line.value)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone() -> Zone {
        initial::tests::zone(ZoneOptions::default())
    }

    fn line(name: &str, kind: &str, value: &str) -> ZoneLine {
        let zone = "example.test".parse().unwrap();
        ZoneLine {
            zone,
            place: 900,
            name: name.into(),
            ttl: 14400,
            kind: kind.into(),
            value: value.into(),
        }
    }

    #[test]
    fn a_zone_is_printed_as_a_zone_file() {
        let mut zone = zone();
        zone.lines.truncate(2);
        zone.lines.push(line("www", "CNAME", "example.test."));
        assert_eq!(
            zone.to_string(),
            "; cPanel first: the zone of example.test, kept by Innkeeper\n\
             $TTL 14400\n\
             example.test.\t14400\tIN\tSOA\tns1.host.test.\tfirst\\.last.mail.test.\t\
             2026010203 3600 1800 1209600 86400\n\
             example.test.\t86400\tIN\tNS\tns1.host.test.\n\
             example.test.\t86400\tIN\tNS\tns2.host.test.\n\
             www.example.test.\t14400\tIN\tCNAME\texample.test.\n"
        );
    }

    #[test]
    fn an_alias_stands_alone() {
        for (name, kind, value) in
            [("www", "A", "192.0.2.1"), ("", "CNAME", "host.test."), ("new", "CNAME", "x")]
        {
            let mut zone = zone();
            zone.lines.push(line(name, kind, value));
            assert_eq!(zone.check().is_ok(), name == "new", "{name} {kind}");
        }
    }

    #[test]
    fn a_zone_needs_a_nameserver() {
        let mut zone = zone();
        zone.lines.retain(|line| line.kind != "NS");
        assert!(zone.check().unwrap_err().to_string().starts_with("nsdname:"));
    }

    #[test]
    fn a_wrong_line_is_refused_by_its_field() {
        let cases = [
            (ZoneLine { ttl: 59, ..line("a", "A", "192.0.2.1") }, "ttl:"),
            (ZoneLine { ttl: 604_801, ..line("a", "A", "192.0.2.1") }, "ttl:"),
            (
                ZoneLine { zone: "other.test".parse().unwrap(), ..line("a", "A", "192.0.2.1") },
                "zone:",
            ),
            (line("A", "A", "192.0.2.1"), "name:"),
            (line("a", "SPF", "x"), "type:"),
            (line("a", "A", "192.0.2.256"), "address:"),
        ];
        let name = "example.test".parse().unwrap();
        for (line, field) in cases {
            let error = line.check(&name).unwrap_err().to_string();
            assert!(error.starts_with(field), "{error}");
        }
    }
}
