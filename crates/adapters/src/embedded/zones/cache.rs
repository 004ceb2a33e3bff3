//! Zones in memory: the latest used ones, and which names have none.

use std::{
    collections::HashSet,
    hash::{BuildHasher as _, RandomState},
    num::NonZeroUsize,
    sync::{Arc, Mutex},
};

use api::zone::Zone;
use lru::LruCache;

use super::super::database::held;

/// How many zones stay in memory.
const CACHED: NonZeroUsize = NonZeroUsize::new(1_000).unwrap();

/// Zones in memory. `age` counts what was forgotten, so that a reader that began before a change
/// does not keep the zone as it was.
pub(in crate::embedded) struct ZoneCache(Mutex<Cached>);

struct Cached {
    zones: LruCache<String, Arc<Zone>>,
    /// Hashes of the names of all zones, once they were read: a name whose hash is not there has no
    /// zone. A zone that went leaves its hash behind, which costs no more than a look.
    names: Option<HashSet<u64>>,
    hasher: RandomState,
    age: u64,
}

impl ZoneCache {
    pub(in crate::embedded) fn new() -> Self {
        Self(Mutex::new(Cached {
            zones: LruCache::new(CACHED),
            names: None,
            hasher: RandomState::new(),
            age: 0,
        }))
    }

    /// The zone, or that there is none, where memory tells; else the age.
    pub(super) fn find(&self, name: &str) -> Result<Option<Arc<Zone>>, u64> {
        let mut cached = held(&self.0);
        if let Some(zone) = cached.zones.get(name) {
            return Ok(Some(Arc::clone(zone)));
        }
        let hash = cached.hasher.hash_one(name);
        match &cached.names {
            Some(names) if !names.contains(&hash) => Ok(None),
            _ => Err(cached.age),
        }
    }

    /// Keeps what was read of a zone.
    pub(super) fn keep(&self, name: &str, zone: Option<&Arc<Zone>>, age: u64) {
        let mut cached = held(&self.0);
        if let (Some(zone), true) = (zone, cached.age == age) {
            cached.zones.put(name.to_owned(), Arc::clone(zone));
        }
    }

    /// What to give [`Self::learn`]; nothing where the names are known.
    pub(super) fn age_without_names(&self) -> Option<u64> {
        let cached = held(&self.0);
        cached.names.is_none().then_some(cached.age)
    }

    /// Takes the names of all zones in, as they were at that age.
    pub(super) fn learn(&self, names: &[String], age: u64) {
        let mut cached = held(&self.0);
        if cached.age == age {
            let hasher = &cached.hasher;
            let hashes = names.iter().map(|name| hasher.hash_one(name.as_str())).collect();
            cached.names = Some(hashes);
        }
    }

    /// After a change of one zone, which may be new.
    pub(super) fn forget(&self, name: &str) {
        let mut cached = held(&self.0);
        cached.age += 1;
        cached.zones.pop(name);
        let hash = cached.hasher.hash_one(name);
        if let Some(names) = &mut cached.names {
            names.insert(hash);
        }
    }

    /// After a change of many.
    pub(in crate::embedded) fn forget_all(&self) {
        let mut cached = held(&self.0);
        cached.age += 1;
        cached.zones.clear();
        cached.names = None;
    }
}
