//! A zone that is being edited: read within the change's own transaction, so that of two editors
//! the second sees what the first did; changed row by row, with one new serial; checked as a whole.

use std::collections::{BTreeMap, BTreeSet};

use api::{
    Cx, DomainName, Error, Kind, Result,
    ports::ZonePart,
    records::{Cell, Column, MOST_VALUES, Select, Subject, Tx, Where, ZoneLine, ZoneRecord, is},
    zone::{
        HEAD_LINES, RecordType, RecordValue, Zone, check_count, check_ttl, next_serial,
        relative_owner,
    },
};

use super::{access, places, rights::Rights};
use crate::domain::{
    change::{Change, OnFailure},
    zones,
};

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

/// A zone that is being edited. Dropped before [`ZoneEdit::commit`], it changes nothing. Of a large
/// zone only what the edits touch is read.
pub struct ZoneEdit<'a> {
    change: Change<'a>,
    rights: Rights,
    start: ZoneRecord,
    /// The lines that were read or edited, by place: as they were, and as they are to be.
    lines: BTreeMap<u32, Edited>,
    /// Where the next record goes, once one was added.
    free: Option<u32>,
    start_changed: bool,
    /// Whether all records were put anew.
    whole: bool,
    next: u32,
}

/// A line.
#[derive(Default)]
struct Edited {
    before: Option<ZoneLine>,
    now: Option<ZoneLine>,
    /// A line is edited once: of two edits in one call, one would be lost.
    is_done: bool,
}

impl<'a> ZoneEdit<'a> {
    /// Begins to edit a zone that the caller may act on.
    pub fn begin(cx: &Cx<'a>, name: &DomainName) -> Result<Self> {
        let change = Change::begin(cx)?;
        let start = locked(cx, &change, name)?;
        let next = next_serial(start.serial, zones::today(cx.now())?);
        let rights = Rights::of(cx, change.tx())?;
        let (lines, free) = (BTreeMap::new(), None);
        Ok(Self { change, rights, start, lines, free, start_changed: false, whole: false, next })
    }

    /// The start of the zone's authority as it is now.
    pub fn start(&self) -> &ZoneRecord {
        &self.start
    }

    /// The whole zone as it was when the edit began.
    pub fn whole(&self) -> Result<Zone> {
        zones::find(self.change.tx(), &self.start.name)?
            .ok_or_else(|| Error::not_found(format!("There is no zone “{}”.", self.start.name)))
    }

    /// Refuses a caller who read another state of the zone.
    pub fn check_serial(&self, param: &str, given: u32) -> Result<()> {
        let serial = self.start.serial;
        if given == serial {
            return Ok(());
        }
        Err(Error::new(
            Kind::Conflict,
            format!(
                "{param}: the zone {} has the serial {serial}, not {given}: somebody changed it. \
                 Read it again.",
                self.start.name
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

    /// Reads many lines at once that are going to be edited, by their indices.
    pub fn load(&mut self, indices: impl IntoIterator<Item = u32>) -> Result<()> {
        let places = indices.into_iter().filter_map(|index| index.checked_sub(HEAD_LINES));
        let places: Vec<u32> = places.filter(|place| !self.lines.contains_key(place)).collect();
        for some in places.chunks(MOST_VALUES) {
            let cells = some.iter().map(Column::cell).collect();
            let filter = vec![is("zone", &self.start.name), Where::In("place", cells)];
            let read: Vec<ZoneLine> = self.change.tx().matching(filter)?;
            for line in read {
                let (before, now) = (Some(line.clone()), Some(line));
                let edited = Edited { before, now, is_done: false };
                self.lines.insert(edited.place().unwrap_or_default(), edited);
            }
        }
        Ok(())
    }

    /// The record on a line, by its index.
    pub fn line(&mut self, index: u32) -> Result<&ZoneLine> {
        self.load([index])?;
        let place = index.checked_sub(HEAD_LINES).ok_or_else(|| no_record(index))?;
        let line = self.lines.get(&place).and_then(|line| line.now.as_ref());
        line.ok_or_else(|| no_record(index))
    }

    /// Adds a record.
    pub fn add(&mut self, draft: Draft) -> Result<()> {
        self.rights.check(draft.value.kind())?;
        let place = self.next_place()?;
        let line = self.row(place, draft)?;
        self.lines.entry(place).or_default().now = Some(line);
        Ok(())
    }

    fn next_place(&mut self) -> Result<u32> {
        let place = match self.free {
            Some(place) => place,
            None => places::next(self.change.tx(), &self.start.name)?,
        };
        self.free = Some(place.saturating_add(1));
        Ok(place)
    }

    fn row(&self, place: u32, draft: Draft) -> Result<ZoneLine> {
        Ok(ZoneLine {
            zone: self.start.name.clone(),
            place,
            name: relative_owner(&draft.name, &self.start.name)?,
            ttl: check_ttl(draft.ttl)?,
            kind: draft.value.kind().as_str().to_owned(),
            value: draft.value.to_string(),
        })
    }

    /// Puts another record on a line.
    pub fn replace(&mut self, index: u32, draft: Draft) -> Result<()> {
        self.rights.check(draft.value.kind())?;
        let line = self.row(index.saturating_sub(HEAD_LINES), draft)?;
        self.set(index, Some(line))
    }

    /// Removes the record on a line, which stays empty.
    pub fn remove(&mut self, index: u32) -> Result<()> {
        self.set(index, None)
    }

    fn set(&mut self, index: u32, line: Option<ZoneLine>) -> Result<()> {
        let kind = self.line(index)?.kind.parse();
        self.rights.check(kind.map_err(|problem| Error::param("type", problem))?)?;
        let edited = self.lines.entry(index.saturating_sub(HEAD_LINES)).or_default();
        if edited.is_done {
            return Err(Error::param("line", format!("{index} is edited twice")));
        }
        edited.is_done = true;
        edited.now = line;
        Ok(())
    }

    /// Puts another start of authority; its serial may be the present one, or a later one.
    pub fn set_start(&mut self, start: ZoneRecord) -> Result<()> {
        self.rights.check(RecordType::Soa)?;
        let present = self.start.serial;
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
        self.start = ZoneRecord { serial: present, ..start };
        Ok(())
    }

    /// Puts other records and another start in the place of all there are.
    pub fn put(&mut self, mut zone: Zone) -> Result<()> {
        zone.check()?;
        let name = self.start.name.clone();
        let first = places::next(self.change.tx(), &name)?;
        (first..).zip(&mut zone.lines).for_each(|(place, line)| line.place = place);
        self.change.remove::<ZoneLine>(&[is("zone", &name)])?;
        zone.lines.iter().try_for_each(|line| self.change.insert(line))?;
        self.whole = true;
        self.set_start(ZoneRecord { serial: self.start.serial, ..zone.soa })
    }

    /// Makes the edits last and has the DNS server answer so; gives the new serial. Where the
    /// server cannot, the records are put back, with yet another serial: it never goes back.
    pub fn commit(mut self) -> Result<u32> {
        let name = self.start.name.clone();
        let part = self.write()?;
        self.check(&part)?;
        let serial = ("serial", (&self.next).into());
        self.change.tx().update::<ZoneRecord>(&[serial], &[is("name", &name)])?;
        self.start.serial = self.next;
        if self.start_changed {
            self.change.save(&self.start)?;
        }
        if self.whole {
            self.change.touch(Subject::Zone(name));
        } else {
            self.change.touch_part(ZonePart { start: self.start.clone(), ..part });
        }
        self.change.commit(OnFailure::Undo)?;
        Ok(self.next)
    }

    /// Writes the rows that changed; gives what that was.
    fn write(&mut self) -> Result<ZonePart> {
        let (before, start) = (self.start.serial, self.start.clone());
        let mut part = ZonePart { before, start, lines: Vec::new(), gone: Vec::new() };
        for (place, Edited { before, now, .. }) in &self.lines {
            match (before, now) {
                (None, Some(line)) => self.change.insert(line)?,
                (Some(old), Some(line)) if old != line => self.change.replace(old, line)?,
                (Some(old), None) => places::remove(&mut self.change, old)?,
                _ => continue,
            }
            match now {
                Some(line) => part.lines.push(line.clone()),
                None => part.gone.push(*place),
            }
        }
        Ok(part)
    }

    /// Whether the records at the names that were edited go together, with each other and with the
    /// rest of the zone.
    fn check(&self, part: &ZonePart) -> Result<()> {
        let (tx, zone) = (self.change.tx(), &self.start.name);
        if self.whole {
            return Ok(());
        }
        if part.lines.len() > part.gone.len() {
            let count = tx.count::<ZoneLine>(&[is("zone", zone)])?;
            check_count(zone, usize::try_from(count).unwrap_or(usize::MAX))?;
        }
        let before = self.lines.values().filter_map(|line| line.before.as_ref());
        let names: BTreeSet<&String> = before.chain(&part.lines).map(|line| &line.name).collect();
        let moved = vec![is("zone", zone), is("kind", "DNAME")];
        let filters = match tx.count::<ZoneLine>(&moved)? {
            // What a DNAME forbids may be anywhere below it.
            1.. => vec![vec![is("zone", zone)]],
            0 => at_names(zone, &names),
        };
        let mut lines = Vec::new();
        for filter in filters {
            lines.extend(tx.list::<ZoneLine>(&Select { filter, ..Select::default() })?);
        }
        let zone = Zone { soa: self.start.clone(), lines, signing: None };
        zone.check_together(|name| names.contains(&name.to_owned()))
    }
}

impl Edited {
    fn place(&self) -> Option<u32> {
        self.before.as_ref().or(self.now.as_ref()).map(|line| line.place)
    }
}

/// The lines at some names of a zone and at its own, in as many statements as it takes.
fn at_names<'a>(zone: &'a DomainName, names: &BTreeSet<&'a String>) -> Vec<Vec<Where<'a>>> {
    let own = Cell::from("");
    let others = names.iter().filter(|name| !name.is_empty()).map(|name| name.cell());
    let cells: Vec<_> = std::iter::once(own).chain(others).collect();
    let some = |cells: &[Cell<'a>]| vec![is("zone", zone), Where::In("name", cells.to_vec())];
    cells.chunks(MOST_VALUES).map(some).collect()
}

/// The start of a zone that the caller may act on; other editors of the zone wait from now on.
pub(super) fn locked(cx: &Cx<'_>, change: &Change<'_>, name: &DomainName) -> Result<ZoneRecord> {
    access::start(cx, change.tx(), name)?;
    zones::lock(change.tx(), name)?;
    let start: Option<ZoneRecord> = change.tx().find(&[name.into()])?;
    start.ok_or_else(|| Error::not_found(format!("There is no zone “{name}”.")))
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
