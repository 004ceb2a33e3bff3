//! What a zone and its records must be to be served.

use std::collections::{HashMap, HashSet};

use super::{RecordType, RecordValue, Zone, relative_owner};
use crate::{DomainName, Error, Result, records::ZoneLine};

/// The shortest time to live of a record, in seconds.
pub const TTL_MIN: u32 = 1;
/// The longest time to live of a record, in seconds (RFC 2181, section 8).
pub const TTL_MAX: u32 = 0x7fff_ffff;
/// The most records that a zone may have.
pub const RECORDS_MAX: usize = 10_000;

impl Zone {
    /// Whether the zone may be served: not too many records, each sound, an alias alone at its
    /// name, none at the zone's own name, nothing below a name whose names below are elsewhere,
    /// and a nameserver.
    pub fn check(&self) -> Result<()> {
        for line in &self.lines {
            line.check(self.name())?;
        }
        self.check_together(|_| true)
    }

    /// Whether the records at some names go together with each other and with the rest of the
    /// zone. That each is sound is [`ZoneLine::check`]'s.
    pub fn check_together(&self, concerns: impl Fn(&str) -> bool) -> Result<()> {
        check_count(self.name(), self.lines.len())?;
        let mut names: HashMap<&str, Vec<RecordType>> = HashMap::new();
        let mut moved: HashSet<&str> = HashSet::new();
        for line in &self.lines {
            let kind = line.kind.parse().map_err(|problem| Error::param("type", problem))?;
            if kind == RecordType::Dname {
                moved.insert(&line.name);
            }
            names.entry(&line.name).or_default().push(kind);
        }
        for (name, kinds) in &names {
            if concerns(name) {
                check_alone(name, kinds)?;
            }
            check_not_below(name, &moved)?;
        }
        match names.get("") {
            Some(kinds) if kinds.contains(&RecordType::Ns) => Ok(()),
            _ => {
                Err(Error::param("nsdname", format!("the zone {} needs an NS record", self.name())))
            }
        }
    }
}

/// Refuses more records than a zone may have.
pub fn check_count(zone: &DomainName, records: usize) -> Result<()> {
    if records <= RECORDS_MAX {
        return Ok(());
    }
    Err(Error::param("zone", format!("{zone} may have at most {RECORDS_MAX} records")))
}

fn check_alone(name: &str, kinds: &[RecordType]) -> Result<()> {
    let count = |kind| kinds.iter().filter(|other| **other == kind).count();
    for kind in kinds.iter().filter(|kind| kind.is_alone()) {
        if count(*kind) > 1 {
            let field = kind.as_str().to_ascii_lowercase();
            return Err(Error::param(&field, format!("“{name}” has a {} already", kind.as_str())));
        }
    }
    // What it would mean is not defined (RFC 4592, section 4.2), and other servers refuse it.
    if name.starts_with('*') && kinds.contains(&RecordType::Ns) {
        return Err(Error::param("nsdname", "a wildcard may not have nameservers"));
    }
    match count(RecordType::Cname) {
        0 => Ok(()),
        _ if name.is_empty() => {
            Err(Error::param("cname", "the zone's own name may not be an alias"))
        }
        _ if kinds.len() > 1 => {
            Err(Error::param("cname", format!("“{name}” is an alias and may have no other record")))
        }
        _ => Ok(()),
    }
}

/// What is below a DNAME is elsewhere.
fn check_not_below(name: &str, moved: &HashSet<&str>) -> Result<()> {
    if moved.is_empty() || name.is_empty() {
        return Ok(());
    }
    let above = name.match_indices('.').filter_map(|(dot, _)| name.get(dot + 1..));
    match above.chain([""]).find(|above| moved.contains(above)) {
        Some(above) => Err(Error::param(
            "dname",
            format!("“{name}” is below “{above}”, whose names below are elsewhere"),
        )),
        None => Ok(()),
    }
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
    check_seconds("ttl", ttl)
}

/// A time of a zone, if it is within the bounds.
pub fn check_seconds(field: &str, seconds: u32) -> Result<u32> {
    if (TTL_MIN..=TTL_MAX).contains(&seconds) {
        Ok(seconds)
    } else {
        let rule = format!("{seconds} is not between {TTL_MIN} and {TTL_MAX} seconds");
        Err(Error::param(field, rule))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::zone::{ZoneOptions, initial, lines::tests::line};

    fn zone() -> Zone {
        initial::tests::zone(ZoneOptions::default())
    }

    #[test]
    fn an_alias_stands_alone() {
        for (name, kind, value) in [
            ("www", "A", "192.0.2.1"),
            ("www", "CNAME", "x"),
            ("", "CNAME", "host.test."),
            ("new", "CNAME", "x"),
        ] {
            let mut zone = zone();
            zone.lines.push(line(name, kind, value));
            assert_eq!(zone.check().is_ok(), name == "new", "{name} {kind}");
        }
    }

    #[test]
    fn a_wildcard_is_nobody_elses() {
        for (name, kind, sound) in [("*.a", "NS", false), ("a", "NS", true), ("*.a", "PTR", true)] {
            let mut zone = zone();
            zone.lines.push(line(name, kind, "host.test."));
            assert_eq!(zone.check().is_ok(), sound, "{name} {kind}");
        }
    }

    #[test]
    fn nothing_is_below_a_dname() {
        for (name, sound) in [("a", true), ("", false), ("_dmarc", true)] {
            let mut zone = zone();
            zone.lines.push(line(name, "DNAME", "host.test."));
            assert_eq!(zone.check().is_ok(), sound, "{name}");
            zone.lines.push(line("x.a", "A", "192.0.2.1"));
            assert!(name == "_dmarc" || zone.check().is_err(), "{name}");
            assert!(zone.check_together(|_| false).is_ok() == (name == "_dmarc"), "{name}");
        }
        let mut zone = zone();
        zone.lines.extend([line("a", "DNAME", "b.test."), line("a", "DNAME", "c.test.")]);
        assert!(zone.check().unwrap_err().to_string().starts_with("dname:"));
    }

    #[test]
    fn a_zone_needs_a_nameserver_and_has_not_too_many_records() {
        let mut zone = zone();
        zone.lines.retain(|line| line.kind != "NS");
        assert!(zone.check().unwrap_err().to_string().starts_with("nsdname:"));
        zone = self::zone();
        zone.lines.resize(RECORDS_MAX, line("a", "A", "192.0.2.1"));
        zone.check().unwrap();
        zone.lines.push(line("a", "A", "192.0.2.1"));
        assert!(zone.check().unwrap_err().to_string().starts_with("zone:"));
    }

    #[test]
    fn a_wrong_line_is_refused_by_its_field() {
        let cases = [
            (ZoneLine { ttl: 0, ..line("a", "A", "192.0.2.1") }, "ttl:"),
            (ZoneLine { ttl: TTL_MAX + 1, ..line("a", "A", "192.0.2.1") }, "ttl:"),
            (
                ZoneLine { zone: "other.test".parse().unwrap(), ..line("a", "A", "192.0.2.1") },
                "zone:",
            ),
            (line("A", "A", "192.0.2.1"), "name:"),
            (line("$INCLUDE", "A", "192.0.2.1"), "name:"),
            (line("a", "SPF", "x"), "type:"),
            (line("a", "LUA", "A \"return 1\""), "type:"),
            (line("a", "A", "192.0.2.256"), "address:"),
        ];
        let name = "example.test".parse().unwrap();
        for (line, field) in cases {
            let error = line.check(&name).unwrap_err().to_string();
            assert!(error.starts_with(field), "{error}");
        }
    }
}
