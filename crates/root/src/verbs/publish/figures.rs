//! How often each service was reloaded.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use crate::Service;

/// Counts reloads.
#[derive(Default)]
pub(crate) struct Figures(Mutex<BTreeMap<Service, u64>>);

impl Figures {
    /// One more reload.
    pub(crate) fn count(&self, service: Service) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner).entry(service).or_default() += 1;
    }

    /// How many there were.
    pub(crate) fn reloads(&self, service: Service) -> u64 {
        let counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        counts.get(&service).copied().unwrap_or_default()
    }
}
