//! The lines of a zone's records. A new record goes behind every line that a record ever had, so that who
//! read the zone earlier never comes to another record by a line.

use api::{
    DomainName, Result,
    records::{Select, Tx, ZoneEnd, ZoneLine, ZoneRecord, is},
};

use crate::domain::change::Change;

/// The place of the next new record, of a zone that is locked.
pub fn next(tx: &dyn Tx, zone: &DomainName) -> Result<u32> {
    let last = Select {
        filter: vec![is("zone", zone)],
        order: vec![("place", true)],
        window: Some((0, 1)),
    };
    let last: Option<ZoneLine> = tx.list(&last)?.pop();
    let behind = last.map_or(0, |line| line.place.saturating_add(1));
    Ok(behind.max(end(tx, zone)?))
}

/// Removes a record. Its line is nobody's from now on.
pub fn remove(change: &mut Change<'_>, line: &ZoneLine) -> Result<()> {
    change.remove_row(line)?;
    left(change.tx(), &line.zone, line.place)
}

/// Remembers that a zone has had a record at a place; also where the change is taken back.
pub fn left(tx: &dyn Tx, zone: &DomainName, place: u32) -> Result<()> {
    let behind = place.saturating_add(1);
    if behind > end(tx, zone)? {
        tx.put(&ZoneEnd { zone: zone.clone(), place: behind })?;
    }
    Ok(())
}

/// Gives the next new record of a zone that place at least, where the zone is there.
pub fn go_on_at(tx: &dyn Tx, zone: &DomainName, place: u32) -> Result<()> {
    let is_there = tx.find::<ZoneRecord>(&[zone.into()])?.is_some();
    match place.checked_sub(1) {
        Some(last) if is_there && next(tx, zone)? < place => left(tx, zone, last),
        _ => Ok(()),
    }
}

fn end(tx: &dyn Tx, zone: &DomainName) -> Result<u32> {
    let end: Option<ZoneEnd> = tx.find(&[zone.into()])?;
    Ok(end.map_or(0, |end| end.place))
}
