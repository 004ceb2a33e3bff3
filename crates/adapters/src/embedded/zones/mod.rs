//! The machine's zones: a row for each zone and one for each of its records, so that an edit writes
//! what changed; the latest used ones in memory.

mod cache;
mod rows;

use std::sync::{Arc, atomic::Ordering};

use api::{
    DomainName, Error, Result,
    ports::{Dns, ZonePart},
    zone::Zone,
};

use super::{Machine, database::Database};
pub(super) use cache::ZoneCache;
pub(super) use rows::put;

impl Dns for Machine {
    fn apply(&self, zone: &Zone) -> Result<()> {
        let _change = self.zones.change(zone.soa.name.as_str());
        self.database.write(|transaction| put(transaction, zone))
    }

    fn edit(&self, part: &ZonePart) -> Result<bool> {
        let _change = self.zones.change(part.start.name.as_str());
        self.database.write(|transaction| rows::edit(transaction, part))
    }

    fn withdraw(&self, zone: &DomainName) -> Result<()> {
        let _change = self.zones.change(zone.as_str());
        self.database.write(|transaction| rows::remove(transaction, zone))
    }

    fn list(&self) -> Result<Vec<DomainName>> {
        let names: Vec<String> = self.database.read(rows::names)?;
        names
            .iter()
            .map(|name| name.parse().map_err(|problem: String| Error::internal(problem)))
            .collect()
    }

    fn set_serving(&self, serving: bool) -> Result<()> {
        self.database.write(|transaction| rows::put_serving(transaction, serving))?;
        self.serves_zones.store(serving, Ordering::SeqCst);
        Ok(())
    }

    fn serves(&self) -> Result<bool> {
        Ok(self.serves_zones.load(Ordering::SeqCst))
    }

    fn program(&self) -> Result<String> {
        Ok("innkeeper".to_owned())
    }
}

/// Whether the machine in that file is to serve zones.
pub(super) fn serves_zones(database: &Database) -> Result<bool> {
    database.read(rows::serving)
}

impl Machine {
    /// The zone of exactly that name, in lower case and without a final dot.
    pub fn find_zone(&self, name: &str) -> Result<Option<Arc<Zone>>> {
        let age = match self.zones.find(name) {
            Ok(found) => return Ok(found),
            Err(age) => age,
        };
        let found = self.database.read(|connection| Ok(rows::find(connection, name)))??;
        let found = found.map(Arc::new);
        self.zones.keep(name, found.as_ref(), age);
        Ok(found)
    }

    /// The same where memory alone tells: `None` where the zone must be read first.
    pub fn known_zone(&self, name: &str) -> Option<Option<Arc<Zone>>> {
        self.zones.find(name).ok()
    }

    /// Reads the names of all zones, if that was not done, so that memory alone tells which there
    /// are not.
    pub fn learn_zone_names(&self) -> Result<()> {
        let Some(age) = self.zones.age_without_names() else { return Ok(()) };
        let names = self.database.read(rows::names)?;
        self.zones.learn(&names, age);
        Ok(())
    }
}
