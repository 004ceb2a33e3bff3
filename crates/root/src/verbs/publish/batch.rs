//! What one caller does for all that wait with it: check, swap in, reload; and back, where a service does
//! not take it.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    sync::Arc,
};

use super::{foreign, sift::Sift, staging::Staged, swap::Swap};
use crate::{Refusal, Root, Service, together, verbs::services};

/// What came of it.
pub(super) struct Outcome {
    /// For each caller, in their order.
    pub(super) results: Vec<Result<(), Refusal>>,
    /// The services that were reloaded.
    pub(super) reloaded: BTreeSet<Service>,
}

/// Why callers' files did not come into force.
enum Fall {
    /// A service does not take them, but still takes the old ones.
    Changes(Refusal),
    /// Something is wrong that has nothing to do with them.
    Machine(Refusal),
}

/// Brings callers' files into force.
pub(super) fn run(root: &Root, batch: &[Arc<Staged>]) -> Outcome {
    let all: Vec<usize> = (0..batch.len()).collect();
    let mut sift = Sift { root, batch, refused: BTreeMap::new() };
    let passed = sift.sift(&all);
    let refused = sift.refused;
    let mut work = Work { root, batch, refused, reloaded: BTreeSet::new() };
    work.land(&passed);
    let Work { mut refused, reloaded, .. } = work;
    let results = all.iter().map(|one| refused.remove(one).map_or(Ok(()), Err)).collect();
    Outcome { results, reloaded }
}

/// Brings one caller's files into force that no service has to check or to read anew.
pub(super) fn at_once(root: &Root, staged: &Staged) -> Result<(), Refusal> {
    let unswapped = |cause| Refusal::failed("files were not swapped in", cause);
    let mut swap = Swap::new(&root.layout, &[staged]).map_err(unswapped)?;
    let Err(refusal) = tell(root, &staged.told) else { return Ok(()) };
    swap.undo().map_err(unswapped)?;
    tell(root, &staged.told)?;
    Err(refusal)
}

fn tell(root: &Root, services: &BTreeSet<Service>) -> Result<(), Refusal> {
    services.iter().try_for_each(|&service| services::tell(root, service))
}

struct Work<'a> {
    root: &'a Root,
    batch: &'a [Arc<Staged>],
    refused: BTreeMap<usize, Refusal>,
    reloaded: BTreeSet<Service>,
}

impl Work<'_> {
    /// Brings callers' files into force; where together they are not taken, one half
    /// after the other.
    fn land(&mut self, callers: &[usize]) {
        match (self.attempt(callers), callers) {
            (Ok(()), _) => {}
            (Err(Fall::Changes(_)), many) if many.len() > 1 => {
                let (left, right) = many.split_at(many.len() / 2);
                self.land(left);
                self.land(right);
            }
            (Err(Fall::Changes(refusal) | Fall::Machine(refusal)), all) => {
                self.refused.extend(all.iter().map(|&one| (one, refusal.clone())));
            }
        }
    }

    fn attempt(&mut self, callers: &[usize]) -> Result<(), Fall> {
        let chosen = callers.iter().filter_map(|&one| self.batch.get(one).map(AsRef::as_ref));
        let chosen: Vec<&Staged> = chosen.collect();
        let all = |of: fn(&Staged) -> &BTreeSet<Service>| -> BTreeSet<Service> {
            chosen.iter().flat_map(|staged| of(staged).iter().copied()).collect()
        };
        let (services, told) = (all(|staged| &staged.services), all(|staged| &staged.told));
        foreign::check(self.root, &services).map_err(Fall::Machine)?;
        let mut swap = Swap::new(&self.root.layout, &chosen).map_err(unswapped)?;
        let done = tell(self.root, &told).and_then(|()| self.reload(&services));
        let Err(refusal) = done else {
            self.root.publisher.left.note(&self.root.layout, &services);
            return Ok(());
        };
        swap.undo().map_err(unswapped)?;
        let undone = tell(self.root, &told).and_then(|()| self.reload(&services));
        undone.map_err(Fall::Machine)?;
        Err(Fall::Changes(refusal))
    }

    /// Reloads services, all at the same time.
    fn reload(&mut self, services: &BTreeSet<Service>) -> Result<(), Refusal> {
        let root = self.root;
        let services: Vec<Service> = services.iter().copied().collect();
        let reloads = together::each(&services, |service| services::reload(root, service));
        let mut outcome = Ok(());
        for (service, reload) in services.into_iter().zip(reloads) {
            let broken = || Err(Refusal::failed(service.name(), "its reload broke off"));
            match reload.unwrap_or_else(broken) {
                Ok(reloaded) => self.reloaded.extend(reloaded.then_some(service)),
                Err(refusal) => outcome = Err(refusal),
            }
        }
        outcome
    }
}

fn unswapped(cause: io::Error) -> Fall {
    Fall::Machine(Refusal::failed("files were not swapped in", cause))
}
