//! The machine's zones: kept as rows of one text each, the latest used ones in memory.

use std::{
    num::NonZeroUsize,
    sync::{Arc, Mutex},
};

use api::{
    DomainName, Error, Result,
    ports::Dns,
    records::{Cell, Record, ZoneLine, ZoneRecord},
    zone::Zone,
};
use lru::LruCache;
use rusqlite::{Connection, OptionalExtension as _, params};
use serde::{Deserialize, Serialize};

use super::{
    Machine,
    database::{fault, held},
    rows::{self, CellRow},
};

/// How many zones stay in memory.
const CACHED: NonZeroUsize = NonZeroUsize::new(1_000).unwrap();

impl Dns for Machine {
    fn apply(&self, zone: &Zone) -> Result<()> {
        self.database.write(|transaction| put(transaction, zone))?;
        self.zones.forget(zone.soa.name.as_str());
        Ok(())
    }

    fn withdraw(&self, zone: &DomainName) -> Result<()> {
        const REMOVE: &str = "DELETE FROM zones WHERE name = ?1";
        self.database.write(|transaction| {
            transaction.execute(REMOVE, [zone.as_str()]).map(|_| ()).map_err(fault)
        })?;
        self.zones.forget(zone.as_str());
        Ok(())
    }

    fn list(&self) -> Result<Vec<DomainName>> {
        let names: Vec<String> = self.database.read(|connection| {
            let mut query = connection.prepare_cached("SELECT name FROM zones ORDER BY name")?;
            query.query_map([], |row| row.get(0))?.collect()
        })?;
        names
            .iter()
            .map(|name| name.parse().map_err(|problem: String| Error::internal(problem)))
            .collect()
    }
}

impl Machine {
    /// The zone of exactly that name, in lower case and without a final dot.
    pub fn find_zone(&self, name: &str) -> Result<Option<Arc<Zone>>> {
        let age = match self.zones.find(name) {
            Ok(zone) => return Ok(Some(zone)),
            Err(age) => age,
        };
        let text: Option<String> = self.database.read(|connection| {
            let mut query = connection.prepare_cached("SELECT zone FROM zones WHERE name = ?1")?;
            query.query_row([name], |row| row.get(0)).optional()
        })?;
        let Some(text) = text else { return Ok(None) };
        let zone = Arc::new(parse(&text)?);
        self.zones.keep(name, &zone, age);
        Ok(Some(zone))
    }
}

/// Writes a zone's row.
pub(super) fn put(connection: &Connection, zone: &Zone) -> Result<()> {
    const PUT: &str = "REPLACE INTO zones (name, serial, zone) VALUES (?1, ?2, ?3)";
    let mut statement = connection.prepare_cached(PUT).map_err(fault)?;
    let row = params![zone.soa.name.as_str(), zone.soa.serial, render(zone)?];
    statement.execute(row).map_err(fault)?;
    Ok(())
}

/// Zones in memory. `age` counts what was forgotten, so that a reader that began before a change
/// does not keep the zone as it was.
pub(super) struct ZoneCache(Mutex<Cached>);

struct Cached {
    zones: LruCache<String, Arc<Zone>>,
    age: u64,
}

impl ZoneCache {
    pub(super) fn new() -> Self {
        Self(Mutex::new(Cached { zones: LruCache::new(CACHED), age: 0 }))
    }

    fn find(&self, name: &str) -> Result<Arc<Zone>, u64> {
        let mut cached = held(&self.0);
        cached.zones.get(name).cloned().ok_or(cached.age)
    }

    fn keep(&self, name: &str, zone: &Arc<Zone>, age: u64) {
        let mut cached = held(&self.0);
        if cached.age == age {
            cached.zones.put(name.to_owned(), Arc::clone(zone));
        }
    }

    fn forget(&self, name: &str) {
        let mut cached = held(&self.0);
        cached.age += 1;
        cached.zones.pop(name);
    }

    /// After a change of many.
    pub(super) fn forget_all(&self) {
        let mut cached = held(&self.0);
        cached.age += 1;
        cached.zones.clear();
    }
}

/// A zone as the cells of its rows.
#[derive(Serialize, Deserialize)]
struct Cells<'a> {
    soa: Vec<Cell<'a>>,
    lines: Vec<Vec<Cell<'a>>>,
}

fn render(zone: &Zone) -> Result<String> {
    let cells = Cells { soa: zone.soa.cells(), lines: rows::cells(&zone.lines) };
    serde_json::to_string(&cells).map_err(Error::internal)
}

fn parse(text: &str) -> Result<Zone> {
    let cells: Cells<'_> = serde_json::from_str(text).map_err(Error::internal)?;
    Ok(Zone {
        soa: ZoneRecord::read(&CellRow(&cells.soa))?,
        lines: rows::records::<ZoneLine>(&cells.lines)?,
    })
}
