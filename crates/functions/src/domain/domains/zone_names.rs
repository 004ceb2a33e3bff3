//! The names of subdomains in the zones above them.

use std::net::Ipv6Addr;

use api::{
    Cx, DomainName, Result,
    records::{AccountRecord, ZoneLine},
    zone::{Zone, relative_owner},
};

use crate::domain::{
    addresses::{outside, six},
    change::Change,
    dns::{access, places},
    zones,
};

/// Gives a name its address, and `www` before it, in the account's zone that holds it. Records that
/// are there by these names stay; where the zone is not here, there is nothing to do.
pub fn add(
    cx: &Cx<'_>,
    change: &mut Change<'_>,
    account: &AccountRecord,
    name: &DomainName,
) -> Result<()> {
    let Some(mut zone) = holding(change, account, name)? else { return Ok(()) };
    let before = zone.lines.len();
    let ip = outside::public(change.tx(), &account.ip)?;
    if zones::add_name(&mut zone, name, &ip) == 0 {
        return Ok(());
    }
    if let Some(six) = six::of(change.tx(), &account.name)? {
        add_six(&mut zone, before, six);
    }
    let first = places::next(change.tx(), zone.name())?;
    for (place, line) in (first..).zip(zone.lines.iter_mut().skip(before)) {
        line.place = place;
        change.insert(line)?;
    }
    zones::renew(cx.now(), change, &zone)
}

/// Gives the names of the lines from a place on the IPv6 address too.
fn add_six(zone: &mut Zone, from: usize, six: Ipv6Addr) {
    let new: Vec<ZoneLine> = zone.lines.iter().skip(from).cloned().collect();
    let next = zone.lines.last().map_or(0, |line| line.place.saturating_add(1));
    zone.lines.extend((next..).zip(new).map(|(place, line)| ZoneLine {
        place,
        kind: "AAAA".to_owned(),
        value: six.to_string(),
        ..line
    }));
}

/// Takes the addresses of a name, and of `www` before it, out of the account's zone that holds it.
pub fn remove(
    cx: &Cx<'_>,
    change: &mut Change<'_>,
    account: &AccountRecord,
    name: &DomainName,
) -> Result<()> {
    let Some(zone) = holding(change, account, name)?.filter(|zone| zone.name() != name) else {
        return Ok(());
    };
    let names = [format!("{name}."), format!("www.{name}.")];
    let names: Vec<String> =
        names.iter().filter_map(|name| relative_owner(name, zone.name()).ok()).collect();
    let theirs = |line: &&ZoneLine| {
        names.contains(&line.name) && ["A", "AAAA", "CNAME"].contains(&line.kind.as_str())
    };
    let lines: Vec<&ZoneLine> = zone.lines.iter().filter(theirs).collect();
    for line in &lines {
        places::remove(change, line)?;
    }
    if lines.is_empty() { Ok(()) } else { zones::renew(cx.now(), change, &zone) }
}

fn holding(
    change: &Change<'_>,
    account: &AccountRecord,
    name: &DomainName,
) -> Result<Option<Zone>> {
    let above = access::holding(change.tx(), name)?;
    let above = above.filter(|zone| zone.account.as_ref() == Some(&account.name));
    above.map_or(Ok(None), |zone| zones::locked(change.tx(), &zone.name))
}
