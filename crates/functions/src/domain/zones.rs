//! The zones of accounts: made, given another name, removed.

use api::{
    Cx, DomainName, Error, Result, UnixTime,
    records::{AccountRecord, Subject, Tx, ZoneLine, ZoneRecord, is},
    zone::{InitialZone, Zone, ZoneOptions, next_serial},
};

use super::change::Change;

/// Adds the zone of an account's domain.
pub fn make(
    cx: &Cx<'_>,
    change: &mut Change<'_>,
    domain: &DomainName,
    account: &AccountRecord,
) -> Result<()> {
    let nameservers = nameservers(cx)?;
    let options = ZoneOptions {
        mail: account.mx_check != "remote",
        spf: account.spf.0,
        dmarc: account.dmarc.0,
        ..ZoneOptions::default()
    };
    let zone = Zone::initial(&InitialZone {
        domain,
        account: Some(&account.name),
        ip: account.ip.parse().map_err(Error::internal)?,
        nameservers: &nameservers,
        contact: &account.email,
        serial: next_serial(0, today(cx.now())?),
        options,
    })?;
    add(change, &zone)
}

/// Adds a zone with its records.
pub fn add(change: &mut Change<'_>, zone: &Zone) -> Result<()> {
    change.insert(&zone.soa)?;
    for line in &zone.lines {
        change.insert(line)?;
    }
    change.touch(Subject::Zone(zone.name().clone()));
    Ok(())
}

/// The zone of that name with its records.
pub fn find(tx: &dyn Tx, name: &DomainName) -> Result<Option<Zone>> {
    let Some(soa) = tx.find::<ZoneRecord>(&[name.into()])? else { return Ok(None) };
    let lines: Vec<ZoneLine> = tx.matching(vec![is("zone", name)])?;
    Ok(Some(Zone { soa, lines }))
}

/// Removes a zone with its records.
pub fn remove(change: &mut Change<'_>, name: &DomainName) -> Result<()> {
    change.remove::<ZoneLine>(&[is("zone", name)])?;
    change.remove::<ZoneRecord>(&[is("name", name)])?;
    change.touch(Subject::Zone(name.clone()));
    Ok(())
}

/// The nameservers of new zones.
pub fn nameservers(cx: &Cx<'_>) -> Result<Vec<DomainName>> {
    let names = cx.host.settings.nameservers.iter();
    names.map(|name| name.parse().map_err(|problem: String| Error::internal(problem))).collect()
}

/// The day, for serials.
pub fn today(now: UnixTime) -> Result<(u32, u32, u32)> {
    let time = jiff::Timestamp::from_second(now.0).map_err(Error::internal)?;
    let date = jiff::tz::Offset::UTC.to_datetime(time).date();
    let part = |number: i8| u32::from(number.unsigned_abs());
    Ok((u32::from(date.year().unsigned_abs()), part(date.month()), part(date.day())))
}
