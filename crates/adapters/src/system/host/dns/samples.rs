//! Zones for the tests.

use api::{
    records::{ZoneLine, ZoneRecord},
    zone::Zone,
};

/// A zone with these records: name, type, value.
pub(super) fn zone(name: &str, records: &[(&str, &str, &str)]) -> Zone {
    let name: api::DomainName = name.parse().unwrap();
    let line = |(place, (owner, kind, value)): (u32, &(&str, &str, &str))| ZoneLine {
        zone: name.clone(),
        place,
        name: (*owner).to_owned(),
        ttl: 300,
        kind: (*kind).to_owned(),
        value: (*value).to_owned(),
    };
    let soa = ZoneRecord {
        name: name.clone(),
        account: None,
        serial: 2_026_010_101,
        primary: format!("ns1.{name}"),
        contact: format!("root.{name}"),
        refresh: 3600,
        retry: 1800,
        expire: 1_209_600,
        minimum: 300,
        ttl: 86_400,
    };
    Zone { soa, lines: (0..).zip(records).map(line).collect(), signing: None }
}
