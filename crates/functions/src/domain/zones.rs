//! The zones of accounts: made, given another name, removed.

use std::net::IpAddr;

use api::{
    Cx, DomainName, Error, Kind, Result, UnixTime,
    records::{
        AccountRecord, Record as _, Subject, Tx, ZoneKey, ZoneLine, ZoneRecord, ZoneSigning, is,
    },
    zone::{InitialZone, Signing, Zone, ZoneOptions, next_serial, relative_owner},
};

use super::{
    addresses::{outside, six},
    change::Change,
    dns::places,
    resellers::nameservers,
};

/// Adds the zone of an account's domain.
pub fn make(
    cx: &Cx<'_>,
    change: &mut Change<'_>,
    domain: &DomainName,
    account: &AccountRecord,
) -> Result<()> {
    let zone = fresh(cx, change.tx(), domain, account)?;
    add(change, &zone)
}

/// The zone that an account's domain begins with.
pub fn fresh(
    cx: &Cx<'_>,
    tx: &dyn Tx,
    domain: &DomainName,
    account: &AccountRecord,
) -> Result<Zone> {
    let options = ZoneOptions {
        mail: account.mx_check != "remote",
        spf: account.spf.0,
        dmarc: account.dmarc.0,
        ..ZoneOptions::default()
    };
    let ip = outside::public(tx, &account.ip)?.parse().map_err(Error::internal)?;
    let mut zone = Zone::initial(&InitialZone {
        domain,
        account: Some(&account.name),
        ip,
        nameservers: &nameservers::of(cx.host, tx, &account.owner)?,
        contact: &account.email,
        serial: next_serial(0, today(cx.now())?),
        options,
    })?;
    if let Some(six) = six::of(tx, &account.name)? {
        add_addresses(&mut zone, ip, six.into());
    }
    Ok(zone)
}

/// Adds a zone with its records.
pub fn add(change: &mut Change<'_>, zone: &Zone) -> Result<()> {
    change.insert(&zone.soa)?;
    for line in &zone.lines {
        change.insert(line)?;
    }
    if let Some(Signing { denial, keys }) = &zone.signing {
        change.insert(denial)?;
        keys.iter().try_for_each(|key| change.insert(key))?;
    }
    change.touch(Subject::Zone(zone.name().clone()));
    Ok(())
}

/// The zone of that name with its records.
pub fn find(tx: &dyn Tx, name: &DomainName) -> Result<Option<Zone>> {
    let Some(soa) = tx.find::<ZoneRecord>(&[name.into()])? else { return Ok(None) };
    let lines: Vec<ZoneLine> = tx.matching(vec![is("zone", name)])?;
    Ok(Some(Zone { soa, lines, signing: signing(tx, name)? }))
}

/// The same for who is going to change it: other editors of the zone wait until the transaction ends, so
/// that of two the second sees what the first did.
pub fn locked(tx: &dyn Tx, name: &DomainName) -> Result<Option<Zone>> {
    lock(tx, name)?;
    find(tx, name)
}

/// Has other editors of a zone wait until this transaction ends.
pub fn lock(tx: &dyn Tx, name: &DomainName) -> Result<()> {
    tx.add_to(ZoneRecord::TABLE, "serial", 0, &[is("name", name)]).map(drop)
}

/// Gives a locked zone its next serial, which it keeps even where the change is taken back.
pub fn renew(now: UnixTime, change: &mut Change<'_>, zone: &Zone) -> Result<()> {
    let serial = next_serial(zone.soa.serial, today(now)?);
    change
        .tx()
        .update::<ZoneRecord>(&[("serial", (&serial).into())], &[is("name", zone.name())])?;
    change.touch(Subject::Zone(zone.name().clone()));
    Ok(())
}

/// Gives a locked zone its next serial, where it is there.
pub fn step(tx: &dyn Tx, now: UnixTime, name: &DomainName) -> Result<()> {
    let Some(soa) = tx.find::<ZoneRecord>(&[name.into()])? else { return Ok(()) };
    let serial = next_serial(soa.serial, today(now)?);
    tx.update::<ZoneRecord>(&[("serial", (&serial).into())], &[is("name", name)]).map(drop)
}

/// How a zone is signed, if it is.
pub fn signing(tx: &dyn Tx, name: &DomainName) -> Result<Option<Signing>> {
    let Some(denial) = tx.find::<ZoneSigning>(&[name.into()])? else { return Ok(None) };
    Ok(Some(Signing { denial, keys: tx.matching(vec![is("zone", name)])? }))
}

/// Removes a zone with its records.
pub fn remove(change: &mut Change<'_>, name: &DomainName) -> Result<()> {
    change.remove::<ZoneLine>(&[is("zone", name)])?;
    change.remove::<ZoneKey>(&[is("zone", name)])?;
    change.remove::<ZoneSigning>(&[is("zone", name)])?;
    change.remove::<ZoneRecord>(&[is("name", name)])?;
    change.touch(Subject::Zone(name.clone()));
    Ok(())
}

/// Gives every name of a zone that has the one address the other address too.
pub fn add_addresses(zone: &mut Zone, one: IpAddr, other: IpAddr) {
    let (one, kind) = (one.to_string(), if other.is_ipv4() { "A" } else { "AAAA" });
    let has = zone.lines.iter().filter(|line| line.value == one).cloned();
    let added: Vec<ZoneLine> = has.collect();
    let end = zone.lines.last().map_or(0, |line| line.place + 1);
    zone.lines.extend((end..).zip(added).map(|(place, line)| ZoneLine {
        place,
        kind: kind.to_owned(),
        value: other.to_string(),
        ..line
    }));
}

/// Gives a name below a zone its address, and `www` before it, where they have no other records;
/// gives how many lines were added.
pub fn add_name(zone: &mut Zone, domain: &DomainName, address: &str) -> usize {
    let before = zone.lines.len();
    for name in [format!("{domain}."), format!("www.{domain}.")] {
        let Ok(name) = relative_owner(&name, zone.name()) else { continue };
        let taken = |line: &ZoneLine| line.name == name && line.kind != "TXT";
        if !zone.lines.iter().any(taken) {
            let last = zone.lines.iter().map(|line| line.place).max();
            zone.lines.push(ZoneLine {
                zone: zone.name().clone(),
                place: last.map_or(0, |last| last.saturating_add(1)),
                name,
                ttl: zone.soa.ttl,
                kind: kind_of(address).to_owned(),
                value: address.to_owned(),
            });
        }
    }
    zone.lines.len() - before
}

/// The type of a record with that address.
pub fn kind_of(address: &str) -> &'static str {
    if address.contains(':') { "AAAA" } else { "A" }
}

/// The day, for serials.
pub fn today(now: UnixTime) -> Result<(u32, u32, u32)> {
    let time = jiff::Timestamp::from_second(now.0).map_err(Error::internal)?;
    let date = jiff::tz::Offset::UTC.to_datetime(time).date();
    let part = |number: i8| u32::from(number.unsigned_abs());
    Ok((u32::from(date.year().unsigned_abs()), part(date.month()), part(date.day())))
}

/// Gives the zone of an account's main domain that domain's name, with all its records; makes it
/// where there was none.
pub fn rename(
    cx: &Cx<'_>,
    change: &mut Change<'_>,
    old: &DomainName,
    account: &AccountRecord,
) -> Result<()> {
    let new = &account.domain;
    let Some(zone) = locked(change.tx(), old)? else { return make(cx, change, new, account) };
    let mut soa = zone.soa;
    soa.name = new.clone();
    soa.primary = moved(&soa.primary, old, new);
    soa.contact = moved(&soa.contact, old, new);
    soa.serial = next_serial(soa.serial, today(cx.now())?);
    let lines = zone.lines.into_iter().map(|line| moved_line(line, old, new)).collect();
    let signing = zone.signing.map(|signing| moved_signing(signing, new));
    let zone = Zone { soa, lines, signing };
    zone.check()?;
    let next = places::next(change.tx(), old)?;
    remove(change, old)?;
    add(change, &zone)?;
    next.checked_sub(1).map_or(Ok(()), |last| places::left(change.tx(), new, last))
}

/// The keys stay; what the zone above says of them is of the old name.
fn moved_signing(mut signing: Signing, new: &DomainName) -> Signing {
    signing.denial.zone = new.clone();
    signing.keys.iter_mut().for_each(|key| key.zone = new.clone());
    signing
}

fn moved_line(mut line: ZoneLine, old: &DomainName, new: &DomainName) -> ZoneLine {
    line.zone = new.clone();
    if line.kind != "TXT" {
        let parts = line.value.split(' ').map(|part| match part.strip_suffix('.') {
            Some(name) => format!("{}.", moved(name, old, new)),
            None => part.to_owned(),
        });
        line.value = parts.collect::<Vec<_>>().join(" ");
    }
    line
}

/// A name with the one domain at its end in place of the other.
pub fn moved(name: &str, old: &DomainName, new: &DomainName) -> String {
    match name.strip_suffix(old.as_str()) {
        Some(rest) if rest.is_empty() || rest.ends_with('.') => format!("{rest}{new}"),
        _ => name.to_owned(),
    }
}

/// Refuses a domain that has a zone.
pub fn check_free(tx: &dyn Tx, param: &str, domain: &DomainName) -> Result<()> {
    if tx.find::<ZoneRecord>(&[domain.into()])?.is_some() {
        let message = format!("{param}: the server already has a zone “{domain}”.");
        return Err(Error::new(Kind::Exists, message));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_move_with_their_domain_and_texts_stay() {
        let (old, new): (DomainName, DomainName) =
            ("a.test".parse().unwrap(), "b.test".parse().unwrap());
        let line = |kind: &str, value: &str| {
            let line = ZoneLine {
                zone: old.clone(),
                place: 1,
                name: String::new(),
                ttl: 300,
                kind: kind.to_owned(),
                value: value.to_owned(),
            };
            moved_line(line, &old, &new).value
        };
        assert_eq!(line("MX", "0 a.test."), "0 b.test.");
        assert_eq!(line("CNAME", "www.a.test."), "www.b.test.");
        assert_eq!(line("CNAME", "ba.test."), "ba.test.");
        assert_eq!(line("A", "192.0.2.1"), "192.0.2.1");
        assert_eq!(line("TXT", "\"see a.test.\""), "\"see a.test.\"");
    }

    #[test]
    fn the_day_is_of_universal_time() {
        assert_eq!(today(UnixTime(1_767_225_599)).unwrap(), (2025, 12, 31));
        assert_eq!(today(UnixTime(1_767_225_600)).unwrap(), (2026, 1, 1));
    }
}
