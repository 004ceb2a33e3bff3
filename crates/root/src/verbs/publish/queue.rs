//! Who waits for which services, and who goes first.
//!
//! A caller whose services are all free goes, and takes with it all who wait for any of them; the others
//! wait for the outcome that it brings them. Nobody overtakes an older caller of the same service. After a
//! crowd, a service is given a pause that grows for as long as the crowds go on, so that the next ones
//! gather meanwhile; a caller that is alone never waits.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use super::{batch::Outcome, staging::Staged};
use crate::{Refusal, Service};

/// How long the first waits for those that are still staging.
const GATHER: Duration = Duration::from_millis(250);
/// The first pause after a crowd, for each of its callers up to four, and the longest.
const PAUSES: (Duration, Duration) = (Duration::from_millis(250), Duration::from_secs(2));

/// The callers that wait.
#[derive(Default)]
pub(super) struct Queue {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    /// How many are staging.
    coming: usize,
    next: u64,
    waiting: BTreeMap<u64, Waiting>,
    busy: BTreeSet<Service>,
    done: BTreeMap<u64, Result<(), Refusal>>,
    pauses: BTreeMap<Service, Pause>,
}

struct Waiting {
    staged: Arc<Staged>,
    since: Instant,
}

#[derive(Clone, Copy)]
struct Pause {
    length: Duration,
    until: Instant,
}

/// A caller that is staging.
pub(super) struct Coming<'a>(&'a Queue);

/// A caller that waits.
pub(super) struct Ticket<'a> {
    queue: &'a Queue,
    number: u64,
}

/// Callers that one of them acts for; should it panic, they are told.
struct Lead<'a> {
    queue: &'a Queue,
    numbers: Vec<u64>,
    services: BTreeSet<Service>,
}

/// What a caller may do now.
enum Turn {
    Go,
    Wait(Option<Instant>),
}

impl Queue {
    /// A caller begins.
    pub(super) fn come(&self) -> Coming<'_> {
        self.state().coming += 1;
        Coming(self)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<'a> Coming<'a> {
    /// Its files are staged: from now on it waits.
    pub(super) fn wait(self, staged: Arc<Staged>) -> Ticket<'a> {
        let mut state = self.0.state();
        let number = state.next;
        state.next += 1;
        state.waiting.insert(number, Waiting { staged, since: Instant::now() });
        Ticket { queue: self.0, number }
    }
}

impl Drop for Coming<'_> {
    fn drop(&mut self) {
        self.0.state().coming -= 1;
        self.0.changed.notify_all();
    }
}

impl Ticket<'_> {
    /// Waits for its outcome, or brings it to itself and others by `run`.
    pub(super) fn settle(self, run: impl FnOnce(&[Arc<Staged>]) -> Outcome) -> Result<(), Refusal> {
        let mut state = self.queue.state();
        loop {
            if let Some(done) = state.done.remove(&self.number) {
                return done;
            }
            match state.turn(self.number, Instant::now()) {
                Turn::Go => break,
                Turn::Wait(until) => state = self.queue.wait(state, until),
            }
        }
        let (lead, batch) = state.lead(self.queue, self.number);
        drop(state);
        let outcome = run(&batch);
        lead.bring(outcome);
        let gone = || Refusal::Failed("the publish has no outcome".to_owned());
        self.queue.state().done.remove(&self.number).ok_or_else(gone)?
    }
}

impl Queue {
    fn wait<'a>(
        &'a self,
        state: MutexGuard<'a, State>,
        until: Option<Instant>,
    ) -> MutexGuard<'a, State> {
        let Some(until) = until else {
            return self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        };
        let left = until.saturating_duration_since(Instant::now());
        self.changed.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0
    }
}

impl State {
    /// What one that waits may do.
    fn turn(&self, number: u64, now: Instant) -> Turn {
        let Some(mine) = self.waiting.get(&number) else { return Turn::Wait(None) };
        let services = &mine.staged.services;
        let mut older = self.waiting.range(..number).map(|(_, other)| &other.staged.services);
        if !services.is_disjoint(&self.busy) || older.any(|other| !services.is_disjoint(other)) {
            return Turn::Wait(None);
        }
        let gathered = (self.coming > 0).then(|| mine.since + GATHER);
        let paused = services.iter().filter_map(|service| Some(self.pauses.get(service)?.until));
        match gathered.into_iter().chain(paused).max() {
            Some(until) if until > now => Turn::Wait(Some(until)),
            _ => Turn::Go,
        }
    }

    /// Takes one that goes, with all that wait for what it is about to hold.
    fn lead<'a>(&mut self, queue: &'a Queue, number: u64) -> (Lead<'a>, Vec<Arc<Staged>>) {
        let (mut numbers, mut batch, mut services) = (Vec::new(), Vec::new(), BTreeSet::new());
        // What older callers wait for that stay behind.
        let mut taken = self.busy.clone();
        for (&other, Waiting { staged, .. }) in &self.waiting {
            let wanted = &staged.services;
            let joins = !wanted.is_disjoint(&services) && wanted.is_disjoint(&taken);
            if other == number || joins {
                services.extend(wanted.iter().copied());
                numbers.push(other);
                batch.push(Arc::clone(staged));
            } else {
                taken.extend(wanted.iter().copied());
            }
        }
        self.waiting.retain(|number, _| !numbers.contains(number));
        self.busy.extend(services.iter().copied());
        (Lead { queue, numbers, services }, batch)
    }

    fn pause(&mut self, service: Service, crowd: usize) {
        let before = self.pauses.get(&service).map_or(Duration::ZERO, |pause| pause.length);
        if crowd < 2 {
            self.pauses.remove(&service);
            return;
        }
        let first = PAUSES.0 * u32::try_from(crowd.min(4)).unwrap_or(4);
        let length = (before * 2).clamp(first, PAUSES.1);
        self.pauses.insert(service, Pause { length, until: Instant::now() + length });
    }
}

impl Lead<'_> {
    /// Brings all of them their outcomes.
    fn bring(&self, outcome: Outcome) {
        let mut state = self.queue.state();
        for &service in &outcome.reloaded {
            state.pause(service, self.numbers.len());
        }
        state.done.extend(self.numbers.iter().copied().zip(outcome.results));
    }
}

impl Drop for Lead<'_> {
    fn drop(&mut self) {
        let mut state = self.queue.state();
        for number in &self.numbers {
            let broken = || Err(Refusal::Failed("the publish broke off".to_owned()));
            state.done.entry(*number).or_insert_with(broken);
        }
        for service in &self.services {
            state.busy.remove(service);
        }
        self.queue.changed.notify_all();
    }
}
