//! An account's sites on another address: its record, and the records of its zones that say where
//! they are.

use std::net::IpAddr;

use api::{
    Cx, Error, Result, UserName,
    records::{AccountRecord, Subject, ZoneLine, ZoneRecord, is},
    zone::{Zone, next_serial},
};

use super::outside;
use crate::domain::{accounts, change::Change, dns::places, fleet, tls, zones};

/// Puts an account on an address, alone or with others.
pub fn put_on(
    cx: &Cx<'_>,
    change: &mut Change<'_>,
    record: &mut AccountRecord,
    ip: &str,
    alone: bool,
) -> Result<()> {
    fleet::placement::refuse_own_address(record, "ip")?;
    let before = outside::public(change.tx(), &record.ip)?;
    let after = outside::public(change.tx(), ip)?;
    ip.clone_into(&mut record.ip);
    record.dedicated_ip = alone.into();
    accounts::save(cx, change, record)?;
    tls::primary::follow(change, &record.name)?;
    edit_zones(cx, change, &record.name, |zone| {
        zone.lines.iter_mut().for_each(|line| move_line(line, &before, &after));
    })
}

/// An address record or a sender policy follows; whatever else stands there stays.
pub fn move_line(line: &mut ZoneLine, before: &str, after: &str) {
    match line.kind.as_str() {
        "A" if line.value == before => after.clone_into(&mut line.value),
        "TXT" if line.value.contains("v=spf1") => {
            let sender = format!("ip4:{before}");
            let parts = line.value.split(' ').map(|part| {
                let bare = part.trim_matches('"').trim_start_matches(['+', '-', '~', '?']);
                if bare == sender { part.replace(before, after) } else { part.to_owned() }
            });
            line.value = parts.collect::<Vec<_>>().join(" ");
        }
        _ => {}
    }
}

/// Gives every name of the account's zones that has its IPv4 address an IPv6 address too.
pub fn add_six(
    cx: &Cx<'_>,
    change: &mut Change<'_>,
    record: &AccountRecord,
    six: IpAddr,
) -> Result<()> {
    let public = outside::public(change.tx(), &record.ip)?;
    let public: IpAddr = public.parse().map_err(Error::internal)?;
    edit_zones(cx, change, &record.name, |zone| {
        let text = six.to_string();
        let has: Vec<String> = zone
            .lines
            .iter()
            .filter(|line| line.kind == "AAAA" && line.value == text)
            .map(|line| line.name.clone())
            .collect();
        let first_new = zone.lines.last().map_or(0, |line| line.place.saturating_add(1));
        zones::add_addresses(zone, public, six);
        zone.lines.retain(|line| line.place < first_new || !has.contains(&line.name));
    })
}

/// Takes an IPv6 address from all names of the account's zones.
pub fn remove_six(
    cx: &Cx<'_>,
    change: &mut Change<'_>,
    account: &UserName,
    six: IpAddr,
) -> Result<()> {
    let text = six.to_string();
    edit_zones(cx, change, account, |zone| {
        zone.lines.retain(|line| line.kind != "AAAA" || line.value != text);
    })
}

/// Changes each zone of an account; one in which nothing changed keeps its serial.
fn edit_zones(
    cx: &Cx<'_>,
    change: &mut Change<'_>,
    account: &UserName,
    edit: impl Fn(&mut Zone),
) -> Result<()> {
    // Written once before it is read, so that of two editors the second sees what the first did.
    change.tx().add_to(
        <ZoneRecord as api::records::Record>::TABLE,
        "serial",
        0,
        &[is("account", account)],
    )?;
    let found: Vec<ZoneRecord> = change.tx().matching(vec![is("account", account)])?;
    for soa in found {
        let lines: Vec<ZoneLine> = change.tx().matching(vec![is("zone", &soa.name)])?;
        let signing = zones::signing(change.tx(), &soa.name)?;
        let before = Zone { soa, lines, signing };
        let mut after = before.clone();
        edit(&mut after);
        put_behind(change, &before, &mut after)?;
        if after.lines != before.lines {
            after.soa.serial = next_serial(before.soa.serial, zones::today(cx.now())?);
            after.check()?;
            write(change, &before, &after)?;
        }
    }
    Ok(())
}

/// Gives new records places behind all others.
fn put_behind(change: &Change<'_>, before: &Zone, after: &mut Zone) -> Result<()> {
    let was = |line: &ZoneLine| before.lines.iter().any(|old| old.place == line.place);
    let first = places::next(change.tx(), before.name())?;
    let new = after.lines.iter_mut().filter(|line| !was(line));
    (first..).zip(new).for_each(|(place, line)| line.place = place);
    Ok(())
}

fn write(change: &mut Change<'_>, before: &Zone, after: &Zone) -> Result<()> {
    change.save(&after.soa)?;
    for line in before.lines.iter().filter(|line| !after.lines.contains(line)) {
        if !after.lines.iter().any(|kept| kept.place == line.place) {
            places::remove(change, line)?;
        }
    }
    for line in after.lines.iter().filter(|line| !before.lines.contains(line)) {
        change.save(line)?;
    }
    change.touch(Subject::Zone(after.name().clone()));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_says_the_address_moves() {
        let moved = |kind: &str, value: &str| {
            let mut line = ZoneLine {
                zone: "a.test".parse().unwrap(),
                place: 1,
                name: String::new(),
                ttl: 300,
                kind: kind.to_owned(),
                value: value.to_owned(),
            };
            move_line(&mut line, "192.0.2.1", "192.0.2.30");
            line.value
        };
        assert_eq!(moved("A", "192.0.2.1"), "192.0.2.30");
        assert_eq!(moved("A", "192.0.2.10"), "192.0.2.10");
        assert_eq!(
            moved("TXT", "\"v=spf1 +a +ip4:192.0.2.1 ip4:192.0.2.10 ~all\""),
            "\"v=spf1 +a +ip4:192.0.2.30 ip4:192.0.2.10 ~all\""
        );
        assert_eq!(moved("TXT", "\"v=spf1 ip4:192.0.2.1\""), "\"v=spf1 ip4:192.0.2.30\"");
        assert_eq!(moved("TXT", "\"ip4:192.0.2.1\""), "\"ip4:192.0.2.1\"");
    }
}
