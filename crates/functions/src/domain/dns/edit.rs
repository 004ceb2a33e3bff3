//! A zone that is being edited: read within the change's own transaction, so that of two editors
//! the second sees what the first did; changed row by row, with one new serial; checked as a whole.

use std::collections::BTreeSet;

use api::{
    Cx, DomainName, Error, Kind, Result,
    records::{Record, Subject, Tx, ZoneLine, ZoneRecord, is},
    zone::{HEAD_LINES, RecordValue, Zone, check_ttl, next_serial, relative_owner},
};

use super::access;
use crate::domain::{
    change::{Change, OnFailure},
    zones,
};

/// How many empty lines a zone may have before a new record takes the first of them.
const EMPTY_MAX: usize = 1000;

/// A record as it is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its owner: relative to the zone, or absolute with a final dot.
    pub name: String,
    /// Its time to live in seconds.
    pub ttl: u32,
    /// Its value.
    pub value: RecordValue,
}

/// A zone that is being edited. Dropped before [`ZoneEdit::commit`], it changes nothing.
pub struct ZoneEdit<'a> {
    change: Change<'a>,
    zone: Zone,
    /// The owner names at which something changed.
    touched: BTreeSet<String>,
    /// The lines that changed, by index.
    edited: BTreeSet<u32>,
    start_changed: bool,
    next: u32,
}

impl<'a> ZoneEdit<'a> {
    /// Begins to edit a zone that the caller may act on.
    pub fn begin(cx: &Cx<'a>, name: &DomainName) -> Result<Self> {
        let change = Change::begin(cx)?;
        access::start(cx, change.tx(), name)?;
        lock(change.tx(), name)?;
        let gone = || Error::not_found(format!("There is no zone “{name}”."));
        let zone = zones::find(change.tx(), name)?.ok_or_else(gone)?;
        let next = next_serial(zone.soa.serial, zones::today(cx.now())?);
        Ok(Self {
            change,
            zone,
            touched: BTreeSet::new(),
            edited: BTreeSet::new(),
            start_changed: false,
            next,
        })
    }

    /// The zone as it is now.
    pub fn zone(&self) -> &Zone {
        &self.zone
    }

    /// Refuses a caller who read another state of the zone.
    pub fn check_serial(&self, param: &str, given: u32) -> Result<()> {
        let serial = self.zone.soa.serial;
        if given == serial {
            return Ok(());
        }
        Err(Error::new(
            Kind::Conflict,
            format!(
                "{param}: the zone {} has the serial {serial}, not {given}: somebody changed it. \
                 Read it again.",
                self.zone.name()
            ),
        ))
    }

    /// The transaction, to read what an edit depends on.
    pub fn tx(&self) -> &dyn Tx {
        self.change.tx()
    }

    /// The change that this is, for what else changes with the zone.
    pub fn change(&mut self) -> &mut Change<'a> {
        &mut self.change
    }

    /// The record on a line, by its index.
    pub fn line(&self, index: u32) -> Result<&ZoneLine> {
        let place = self.find(index)?;
        self.zone.lines.get(place).ok_or_else(|| no_record(index))
    }

    fn find(&self, index: u32) -> Result<usize> {
        let place = index.checked_sub(HEAD_LINES).ok_or_else(|| no_record(index))?;
        let found = self.zone.lines.binary_search_by_key(&place, |line| line.place);
        found.map_err(|_| no_record(index))
    }

    /// Adds a record.
    pub fn add(&mut self, draft: Draft) -> Result<()> {
        let (at, place) = self.free();
        let line = self.row(place, draft)?;
        self.change.insert(&line)?;
        self.touched.insert(line.name.clone());
        self.zone.lines.insert(at, line);
        Ok(())
    }

    /// Where the next record goes: behind the others, or onto an empty line where there are many.
    fn free(&self) -> (usize, u32) {
        let lines = &self.zone.lines;
        let end = lines.last().map_or(0, |line| line.place.saturating_add(1));
        let full = usize::try_from(end).unwrap_or(usize::MAX);
        if full.saturating_sub(lines.len()) > EMPTY_MAX {
            let gap = (0_u32..).zip(lines).position(|(place, line)| line.place != place);
            let gap = gap.and_then(|gap| Some((gap, u32::try_from(gap).ok()?)));
            return gap.unwrap_or((lines.len(), end));
        }
        (lines.len(), end)
    }

    fn row(&self, place: u32, draft: Draft) -> Result<ZoneLine> {
        Ok(ZoneLine {
            zone: self.zone.name().clone(),
            place,
            name: relative_owner(&draft.name, self.zone.name())?,
            ttl: check_ttl(draft.ttl)?,
            kind: draft.value.kind().as_str().to_owned(),
            value: draft.value.to_string(),
        })
    }

    /// Puts another record on a line.
    pub fn replace(&mut self, index: u32, draft: Draft) -> Result<()> {
        let at = self.find(index)?;
        self.once(index)?;
        let line = self.row(index.saturating_sub(HEAD_LINES), draft)?;
        self.change.save(&line)?;
        self.touched.insert(line.name.clone());
        let before = self.zone.lines.get_mut(at).map(|old| std::mem::replace(old, line));
        self.touched.extend(before.map(|line| line.name));
        Ok(())
    }

    /// Removes the record on a line, which stays empty.
    pub fn remove(&mut self, index: u32) -> Result<()> {
        let at = self.find(index)?;
        self.once(index)?;
        let line = self.zone.lines.remove(at);
        self.change.remove::<ZoneLine>(&[is("zone", &line.zone), is("place", &line.place)])?;
        self.touched.insert(line.name);
        Ok(())
    }

    /// A line is edited once: of two edits in one call, one would be lost.
    fn once(&mut self, index: u32) -> Result<()> {
        if self.edited.insert(index) {
            return Ok(());
        }
        Err(Error::param("line", format!("{index} is edited twice")))
    }

    /// Puts another start of authority; its serial may be the present one, or a later one.
    pub fn set_start(&mut self, start: ZoneRecord) -> Result<()> {
        let present = self.zone.soa.serial;
        // What is half of all numbers ahead counts as behind (RFC 1982).
        match start.serial.checked_sub(present) {
            Some(0) => {}
            Some(ahead) if ahead < 1 << 31 => self.next = start.serial,
            _ => {
                let rule = format!("{} is before the present {present}", start.serial);
                return Err(Error::param("serial", rule));
            }
        }
        self.start_changed = true;
        self.zone.soa = ZoneRecord { serial: present, ..start };
        Ok(())
    }

    /// Puts other records and another start in the place of all there are.
    pub fn put(&mut self, zone: Zone) -> Result<()> {
        let name = self.zone.name().clone();
        self.change.remove::<ZoneLine>(&[is("zone", &name)])?;
        zone.lines.iter().try_for_each(|line| self.change.insert(line))?;
        self.touched.extend(zone.lines.iter().map(|line| line.name.clone()));
        self.zone.lines = zone.lines;
        self.set_start(ZoneRecord { serial: self.zone.soa.serial, ..zone.soa })
    }

    /// Makes the edits last and has the DNS server answer so; gives the new serial. Where the
    /// server cannot, the records are put back, but the serial stays: it never goes back.
    pub fn commit(mut self) -> Result<u32> {
        self.zone.check_together(|name| self.touched.contains(name))?;
        let name = self.zone.name().clone();
        let serial = ("serial", (&self.next).into());
        self.change.tx().update::<ZoneRecord>(&[serial], &[is("name", &name)])?;
        if self.start_changed {
            self.zone.soa.serial = self.next;
            self.change.save(&self.zone.soa)?;
        }
        self.change.touch(Subject::Zone(name));
        self.change.commit(OnFailure::Undo)?;
        Ok(self.next)
    }
}

/// Has other editors of the zone wait until this transaction ends.
fn lock(tx: &dyn Tx, name: &DomainName) -> Result<()> {
    tx.add_to(ZoneRecord::TABLE, "serial", 0, &[is("name", name)]).map(|_| ())
}

fn no_record(index: u32) -> Error {
    let line = index.saturating_add(1);
    Error::not_found(format!(
        "line: there is no record on line {line} of the zone (index {index})."
    ))
}

/// Tells the caller that the zone is served as it was asked for.
pub fn tell(cx: &Cx<'_>, name: &DomainName, serial: u32) {
    cx.reason(format!("The zone {name} is reloaded with serial {serial}."));
}
