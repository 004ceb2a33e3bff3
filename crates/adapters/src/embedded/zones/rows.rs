//! Zones as rows of the machine's file.

use std::collections::BTreeMap;

use api::{
    DomainName, Error, Result,
    ports::ZonePart,
    records::{Cell, Record, Row, ZoneKey, ZoneLine, ZoneRecord, ZoneSigning},
    zone::{Signing, Zone},
};
use rusqlite::{Connection, OptionalExtension as _, params};
use serde::{Deserialize, Serialize};

use crate::embedded::database::fault;

/// Adds or replaces a zone; of its records, writes those that differ.
pub(in crate::embedded) fn put(connection: &Connection, zone: &Zone) -> Result<()> {
    put_head(connection, &zone.soa, zone.signing.as_ref())?;
    let mut gone = places(connection, zone.name())?;
    for line in &zone.lines {
        if gone.remove(&line.place).is_none_or(|written| written != Written::of(line)) {
            put_line(connection, line)?;
        }
    }
    gone.keys().try_for_each(|place| remove_line(connection, zone.name(), *place))
}

/// Edits some places of a zone that has a given serial; gives whether it had.
pub(super) fn edit(connection: &Connection, part: &ZonePart) -> Result<bool> {
    let name = &part.start.name;
    let head: Option<(u32, String)> = head(connection, name.as_str())?;
    let Some((_, text)) = head.filter(|(serial, _)| *serial == part.before) else {
        return Ok(false);
    };
    let (_, signing) = parse_head(&text)?;
    put_head(connection, &part.start, signing.as_ref())?;
    part.gone.iter().try_for_each(|place| remove_line(connection, name, *place))?;
    part.lines.iter().try_for_each(|line| put_line(connection, line))?;
    Ok(true)
}

pub(super) fn remove(connection: &Connection, zone: &DomainName) -> Result<()> {
    for sql in ["DELETE FROM zone_heads WHERE name = ?1", "DELETE FROM zone_lines WHERE zone = ?1"]
    {
        let mut statement = connection.prepare_cached(sql).map_err(fault)?;
        statement.execute([zone.as_str()]).map_err(fault)?;
    }
    Ok(())
}

pub(super) fn names(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut query = connection.prepare_cached("SELECT name FROM zone_heads ORDER BY name")?;
    query.query_map([], |row| row.get(0))?.collect()
}

pub(super) fn find(connection: &Connection, name: &str) -> Result<Option<Zone>> {
    const LINES: &str =
        "SELECT place, name, ttl, kind, value FROM zone_lines WHERE zone = ?1 ORDER BY place";
    // Both are of one state: the connection reads them in one transaction.
    let transaction = connection.unchecked_transaction().map_err(fault)?;
    let Some((_, text)) = head(&transaction, name)? else { return Ok(None) };
    let (soa, signing) = parse_head(&text)?;
    let mut query = transaction.prepare_cached(LINES).map_err(fault)?;
    let lines = query.query_map([name], |row| {
        Ok(ZoneLine {
            zone: soa.name.clone(),
            place: row.get(0)?,
            name: row.get(1)?,
            ttl: row.get(2)?,
            kind: row.get(3)?,
            value: row.get(4)?,
        })
    });
    let lines = lines.map_err(fault)?.collect::<rusqlite::Result<_>>().map_err(fault)?;
    Ok(Some(Zone { soa, lines, signing }))
}

fn head(connection: &Connection, name: &str) -> Result<Option<(u32, String)>> {
    const HEAD: &str = "SELECT serial, head FROM zone_heads WHERE name = ?1";
    let mut query = connection.prepare_cached(HEAD).map_err(fault)?;
    query.query_row([name], |row| Ok((row.get(0)?, row.get(1)?))).optional().map_err(fault)
}

fn put_head(connection: &Connection, soa: &ZoneRecord, signing: Option<&Signing>) -> Result<()> {
    const PUT: &str = "REPLACE INTO zone_heads (name, serial, head) VALUES (?1, ?2, ?3)";
    let mut statement = connection.prepare_cached(PUT).map_err(fault)?;
    let row = params![soa.name.as_str(), soa.serial, render_head(soa, signing)?];
    statement.execute(row).map_err(fault)?;
    Ok(())
}

fn put_line(connection: &Connection, line: &ZoneLine) -> Result<()> {
    const PUT: &str = "REPLACE INTO zone_lines (zone, place, name, ttl, kind, value) \
                       VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let ZoneLine { zone, place, name, ttl, kind, value } = line;
    let mut statement = connection.prepare_cached(PUT).map_err(fault)?;
    statement.execute(params![zone.as_str(), place, name, ttl, kind, value]).map_err(fault)?;
    Ok(())
}

fn remove_line(connection: &Connection, zone: &DomainName, place: u32) -> Result<()> {
    const REMOVE: &str = "DELETE FROM zone_lines WHERE zone = ?1 AND place = ?2";
    let mut statement = connection.prepare_cached(REMOVE).map_err(fault)?;
    statement.execute(params![zone.as_str(), place]).map_err(fault)?;
    Ok(())
}

/// Has the DNS server answer from the next start on, or not.
pub(super) fn put_serving(connection: &Connection, serving: bool) -> Result<()> {
    let sql = if serving {
        "DELETE FROM facts WHERE name = 'dns'"
    } else {
        "INSERT OR REPLACE INTO facts (name, value) VALUES ('dns', 'off')"
    };
    connection.execute(sql, []).map(drop).map_err(fault)
}

/// Whether the DNS server answers: unless it was told not to.
pub(super) fn serving(connection: &Connection) -> rusqlite::Result<bool> {
    let mut query = connection.prepare("SELECT value FROM facts WHERE name = 'dns'")?;
    let found = query.query_row([], |row| row.get::<_, String>(0)).optional()?;
    Ok(found.is_none_or(|value| value != "off"))
}

/// A line but for its place.
#[derive(PartialEq, Eq)]
struct Written {
    name: String,
    ttl: u32,
    kind: String,
    value: String,
}

impl Written {
    fn of(line: &ZoneLine) -> Self {
        let ZoneLine { name, ttl, kind, value, .. } = line.clone();
        Self { name, ttl, kind, value }
    }
}

fn places(connection: &Connection, zone: &DomainName) -> Result<BTreeMap<u32, Written>> {
    const LINES: &str = "SELECT place, name, ttl, kind, value FROM zone_lines WHERE zone = ?1";
    let mut query = connection.prepare_cached(LINES).map_err(fault)?;
    let lines = query.query_map([zone.as_str()], |row| {
        let (name, ttl, kind, value) = (row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?);
        Ok((row.get(0)?, Written { name, ttl, kind, value }))
    });
    lines.map_err(fault)?.collect::<rusqlite::Result<_>>().map_err(fault)
}

/// What is kept of a zone beside its lines, as the cells of its rows.
#[derive(Serialize, Deserialize)]
struct Head<'a> {
    soa: Vec<Cell<'a>>,
    signing: Option<(Vec<Cell<'a>>, Vec<Vec<Cell<'a>>>)>,
}

fn render_head(soa: &ZoneRecord, signing: Option<&Signing>) -> Result<String> {
    let signing = signing
        .map(|signing| (signing.denial.cells(), signing.keys.iter().map(Record::cells).collect()));
    serde_json::to_string(&Head { soa: soa.cells(), signing }).map_err(Error::internal)
}

fn parse_head(text: &str) -> Result<(ZoneRecord, Option<Signing>)> {
    let head: Head<'_> = serde_json::from_str(text).map_err(Error::internal)?;
    let signing = head.signing.map(|(denial, keys)| {
        let keys = keys.iter().map(|key| ZoneKey::read(&CellRow(key)));
        let denial = ZoneSigning::read(&CellRow(&denial))?;
        Ok(Signing { denial, keys: keys.collect::<Result<_>>()? })
    });
    Ok((ZoneRecord::read(&CellRow(&head.soa))?, signing.transpose()?))
}

/// Cells, read as a row.
struct CellRow<'a>(&'a [Cell<'a>]);

impl Row for CellRow<'_> {
    fn is_null(&self, place: usize) -> Result<bool> {
        Ok(matches!(self.0.get(place), Some(Cell::Null)))
    }

    fn int(&self, place: usize) -> Result<Option<i64>> {
        match self.0.get(place) {
            Some(Cell::Int(number)) => Ok(Some(*number)),
            Some(Cell::Null) => Ok(None),
            _ => Err(Error::internal(format!("a zone's cell {place} is no number"))),
        }
    }

    fn text(&self, place: usize) -> Result<Option<&str>> {
        match self.0.get(place) {
            Some(Cell::Text(text)) => Ok(Some(text)),
            Some(Cell::Null) => Ok(None),
            _ => Err(Error::internal(format!("a zone's cell {place} is no text"))),
        }
    }
}
