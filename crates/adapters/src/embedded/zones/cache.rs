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

/// Zones in memory. Nothing is kept that was read beside a change: two readers may have read the zone
/// before and after it, and the one with the older could be the last to keep it. So readers that begin
/// before a change are told by `age`, and those that begin within one by `changes`.
pub(in crate::embedded) struct ZoneCache(Mutex<Cached>);

struct Cached {
    zones: LruCache<String, Arc<Zone>>,
    /// Hashes of the names of all zones, once they were read: a name whose hash is not there has no
    /// zone. A zone that went leaves its hash behind, which costs no more than a look.
    names: Option<HashSet<u64>>,
    hasher: RandomState,
    /// How often something was forgotten.
    age: u64,
    /// How many changes are being made.
    changes: u32,
}

/// A change of one zone that is being made; it ends with the value.
pub(super) struct Change<'a> {
    cache: &'a ZoneCache,
    name: &'a str,
}

impl Drop for Change<'_> {
    fn drop(&mut self) {
        let mut cached = held(&self.cache.0);
        cached.changes -= 1;
        cached.forget(self.name);
    }
}

impl Cached {
    fn forget(&mut self, name: &str) {
        self.age += 1;
        self.zones.pop(name);
        let hash = self.hasher.hash_one(name);
        if let Some(names) = &mut self.names {
            names.insert(hash);
        }
    }
}

impl ZoneCache {
    pub(in crate::embedded) fn new() -> Self {
        Self(Mutex::new(Cached {
            zones: LruCache::new(CACHED),
            names: None,
            hasher: RandomState::new(),
            age: 0,
            changes: 0,
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
        let alone = cached.age == age && cached.changes == 0;
        if let (Some(zone), true) = (zone, alone) {
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

    /// Before a change of one zone, which may be new: until it ends, readers ask the rows.
    pub(super) fn change<'a>(&'a self, name: &'a str) -> Change<'a> {
        let mut cached = held(&self.0);
        cached.changes += 1;
        cached.forget(name);
        Change { cache: self, name }
    }

    /// After a change of many.
    pub(in crate::embedded) fn forget_all(&self) {
        let mut cached = held(&self.0);
        cached.age += 1;
        cached.zones.clear();
        cached.names = None;
    }
}
