//! What a signed zone has beyond its records (RFC 4033 to 4035, RFC 5155): signatures, made when
//! they are first asked for and kept, and proofs that something is not there.

mod denial;
pub(super) mod keys;
mod signer;

use std::{
    num::NonZeroUsize,
    sync::{Mutex, PoisonError},
};

use api::zone::Signing;
use hickory_proto::rr::{LowerName, Name, Record, RecordType};
use lru::LruCache;

use denial::Denial;
pub(super) use denial::Lacking;
use signer::{ZoneSigner, signers};

/// How many signatures of a zone are kept.
const KEPT: NonZeroUsize = NonZeroUsize::new(4096).unwrap();
/// How long before now a signature begins to hold, for clocks that are slow, in seconds.
const SLOW_CLOCKS: i64 = 3600;
/// How long it holds, in seconds.
const HOLDS: i64 = 14 * 86_400;
/// How long it is given out, in seconds: caches may keep it for as long again.
const RENEWED: i64 = 7 * 86_400;

/// What signs a zone.
pub(super) struct Signed {
    apex: Name,
    signers: Vec<ZoneSigner>,
    denial: Denial,
    kept: Mutex<LruCache<(LowerName, RecordType), Kept>>,
}

#[derive(Clone)]
struct Kept {
    signatures: Vec<Record>,
    until: i64,
}

impl Signed {
    /// Nothing where no key is active: such a zone is not signed.
    pub(super) fn new(apex: &Name, signing: &Signing) -> Option<Self> {
        let signers = signers(&signing.keys);
        (!signers.is_empty()).then(|| Self {
            apex: apex.clone(),
            signers,
            denial: Denial::new(&signing.denial),
            kept: Mutex::new(LruCache::new(KEPT)),
        })
    }

    /// The signatures of a set of records, which all have the same owner and type.
    pub(super) fn signatures(&self, set: &[&Record], now: i64) -> Vec<Record> {
        let Some(first) = set.first() else { return Vec::new() };
        let key = (LowerName::new(&first.name), first.record_type());
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        if let Some(kept) = kept.filter(|kept| kept.until >= now && kept.until - RENEWED <= now) {
            return kept.signatures;
        }
        let window = (now - SLOW_CLOCKS, now + HOLDS);
        let signers = self.signers.iter().filter(|signer| signer.signs(key.1));
        let signatures: Vec<Record> =
            signers.filter_map(|signer| signer.sign(&self.apex, set, window)).collect();
        let kept = Kept { signatures: signatures.clone(), until: now + RENEWED };
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).put(key, kept);
        signatures
    }
}
