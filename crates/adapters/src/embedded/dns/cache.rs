//! Zones ready to be asked, kept while they are the same as those of the source.

use std::{
    num::NonZeroUsize,
    sync::{Arc, Mutex, PoisonError},
};

use api::zone::Zone;
use lru::LruCache;

use super::content::Content;

/// How many zones are kept.
const KEPT: NonZeroUsize = NonZeroUsize::new(1000).unwrap();

/// The zones that were asked last.
pub(super) struct Cache {
    zones: Mutex<LruCache<String, Kept>>,
}

#[derive(Clone)]
struct Kept {
    zone: Arc<Zone>,
    content: Arc<Content>,
}

impl Cache {
    pub(super) fn new() -> Self {
        Self { zones: Mutex::new(LruCache::new(KEPT)) }
    }

    /// The content of a zone if it was made of that very one.
    pub(super) fn known_content(&self, zone: &Arc<Zone>) -> Option<Arc<Content>> {
        let mut zones = self.zones.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = zones.get(zone.name().as_str())?;
        Arc::ptr_eq(&kept.zone, zone).then(|| Arc::clone(&kept.content))
    }

    /// The content of a zone as the source has it now; `None` where it cannot be served.
    pub(super) fn content(&self, zone: &Arc<Zone>) -> Option<Arc<Content>> {
        let name = zone.name().as_str();
        let kept = self.zones.lock().unwrap_or_else(PoisonError::into_inner).get(name).cloned();
        let same = |kept: &Kept| Arc::ptr_eq(&kept.zone, zone) || kept.zone == *zone;
        let content = match kept.filter(same) {
            Some(kept) => Ok(kept.content),
            None => Content::new(zone).map(Arc::new),
        };
        let content = match content {
            Ok(content) => content,
            Err(error) => {
                tracing::error!(zone = name, %error, "the zone cannot be served");
                return None;
            }
        };
        let kept = Kept { zone: Arc::clone(zone), content: Arc::clone(&content) };
        self.zones.lock().unwrap_or_else(PoisonError::into_inner).put(name.to_owned(), kept);
        Some(content)
    }
}
