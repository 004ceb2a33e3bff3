//! TXT records that mail needs, put into the zones of domains.

use api::{
    DomainName, Result, UnixTime,
    records::ZoneLine,
    zone::{RecordType, Zone, quote},
};

use crate::domain::{
    change::Change,
    dns::{access, places},
    zones,
};

/// The zone that a name is in, where the server has one, to be changed.
pub fn zone_of(change: &Change<'_>, domain: &DomainName) -> Result<Option<Zone>> {
    match access::holding(change.tx(), domain)? {
        Some(start) => zones::locked(change.tx(), &start.name),
        None => Ok(None),
    }
}

/// The name of a record of a domain within its zone.
pub fn within(zone: &Zone, label: &str, domain: &DomainName) -> String {
    let rest = domain.as_str().strip_suffix(zone.name().as_str()).unwrap_or_default();
    let rest = rest.strip_suffix('.').unwrap_or(rest);
    match (label, rest) {
        ("", rest) => rest.to_owned(),
        (label, "") => label.to_owned(),
        (label, rest) => format!("{label}.{rest}"),
    }
}

/// Puts one text at a name in the place of those that are `old`; with no text, takes those away.
/// Says whether the zone changed.
pub fn set(
    change: &mut Change<'_>,
    now: UnixTime,
    zone: &mut Zone,
    (name, text): (&str, Option<&str>),
    old: impl Fn(&ZoneLine) -> bool,
) -> Result<bool> {
    let value = text.map(quote);
    let is_old = |line: &ZoneLine| line.name == name && line.kind == "TXT" && old(line);
    let present: Vec<ZoneLine> = zone.lines.iter().filter(|line| is_old(line)).cloned().collect();
    let is_so = match &value {
        Some(value) => present.len() == 1 && present.iter().all(|line| line.value == *value),
        None => present.is_empty(),
    };
    if is_so {
        return Ok(false);
    }
    for line in &present {
        places::remove(change, line)?;
    }
    zone.lines.retain(|line| !is_old(line));
    if let Some(value) = value {
        let place = match present.first() {
            Some(line) => line.place,
            None => places::next(change.tx(), zone.name())?,
        };
        let line = ZoneLine {
            zone: zone.name().clone(),
            place,
            name: name.to_owned(),
            ttl: zone.soa.ttl,
            kind: RecordType::Txt.as_str().to_owned(),
            value,
        };
        change.insert(&line)?;
        zone.lines.push(line);
        zone.lines.sort_by_key(|line| line.place);
        zone.check()?;
    }
    zones::renew(now, change, zone)?;
    Ok(true)
}

/// The texts at a name of a zone.
pub fn at(zone: &Zone, name: &str) -> Vec<String> {
    let lines = zone.lines.iter().filter(|line| line.name == name && line.kind == "TXT");
    lines
        .map(|line| {
            let text = api::zone::unquote(&line.value).unwrap_or_default().concat();
            String::from_utf8_lossy(&text).into_owned()
        })
        .collect()
}
