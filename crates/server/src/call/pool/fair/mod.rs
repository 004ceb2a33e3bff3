//! A number of places that parties share. Where all are taken, each party's calls wait in a queue of their
//! own and the queues take turns, and no party has all places: so one that asks for much waits for itself,
//! and one that asks for little hardly waits.

use std::{
    collections::{HashMap, VecDeque},
    hash::Hash,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use tokio::sync::oneshot;

/// Too much waits already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Full;

/// How much there may be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    /// Calls at work.
    pub(super) places: usize,
    /// Calls that wait, by weight.
    pub(super) waiting: usize,
    /// Those of one party.
    pub(super) waiting_of_one: usize,
}

impl Bounds {
    /// How many places one party has at the most: not all, unless there are few.
    fn share(self) -> usize {
        self.places - self.places / 4
    }
}

/// The places, and who waits for one.
#[derive(Debug)]
pub(super) struct Fair<K: Key> {
    bounds: Bounds,
    state: Mutex<State<K>>,
}

/// What tells parties apart.
pub trait Key: Clone + Eq + Hash {}

impl<K: Clone + Eq + Hash> Key for K {}

#[derive(Debug)]
struct State<K: Key> {
    /// How many places are taken, whoever has them.
    taken: usize,
    /// What waits, by weight.
    weight: usize,
    /// Those who have a place or wait for one.
    parties: HashMap<K, Calls<K>>,
    /// Those who wait, in the order of their turns.
    turns: VecDeque<K>,
    /// The number of the next call that waits.
    next: u64,
}

/// The calls of one party.
#[derive(Debug)]
struct Calls<K: Key> {
    at_work: usize,
    weight: usize,
    waiting: VecDeque<Waiting<K>>,
}

/// A call that waits.
#[derive(Debug)]
struct Waiting<K: Key> {
    number: u64,
    weight: usize,
    place: oneshot::Sender<Place<K>>,
}

/// A place that somebody has, until this goes.
#[derive(Debug)]
pub struct Place<K: Key> {
    of: Arc<Fair<K>>,
    party: Option<K>,
}

/// Where a call waits, until this goes.
struct Queued<'a, K: Key> {
    of: &'a Fair<K>,
    party: &'a K,
    number: u64,
}

impl<K: Key> Fair<K> {
    pub(super) fn new(bounds: Bounds) -> Arc<Self> {
        let (parties, turns) = (HashMap::new(), VecDeque::new());
        let state = State { taken: 0, weight: 0, parties, turns, next: 0 };
        Arc::new(Self { bounds, state: Mutex::new(state) })
    }

    /// A place for a party that is not known yet; none where somebody waits, or few are left.
    pub(super) fn at_once(self: &Arc<Self>) -> Option<Place<K>> {
        let mut state = self.state();
        let is_free = state.turns.is_empty() && state.taken < self.bounds.share();
        is_free.then(|| {
            state.taken += 1;
            Place { of: Arc::clone(self), party: None }
        })
    }

    /// A place for a party's call, once it is its turn. It waits no more once the future is dropped.
    pub(super) async fn place(self: &Arc<Self>, party: K, weight: usize) -> Result<Place<K>, Full> {
        let (number, granted) = {
            let mut state = self.state();
            if state.has_place(&party, self.bounds) {
                state.take(&party);
                return Ok(Place { of: Arc::clone(self), party: Some(party) });
            }
            state.wait(&party, weight, self.bounds)?
        };
        let _queued = Queued { of: self, party: &party, number };
        granted.await.map_err(|_| Full)
    }

    fn state(&self) -> MutexGuard<'_, State<K>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Gives a place back, and then those that are free to whose turn it is.
    fn free(self: &Arc<Self>, party: Option<&K>) {
        let mut state = self.state();
        state.taken -= 1;
        if let Some(party) = party {
            state.calls(party).at_work -= 1;
            state.forget(party);
        }
        let granted = state.grant(self.bounds);
        drop(state);
        for (party, waiting) in granted {
            // The place of one who has just gone is given back again.
            drop(waiting.place.send(Place { of: Arc::clone(self), party: Some(party) }));
        }
    }
}

impl<K: Key> State<K> {
    /// Whether there is a place for a party at once. Then nobody waits who could have it.
    fn has_place(&self, party: &K, bounds: Bounds) -> bool {
        let at_work = self.parties.get(party).map_or(0, |calls| calls.at_work);
        self.taken < bounds.places && at_work < bounds.share()
    }

    fn take(&mut self, party: &K) {
        self.taken += 1;
        self.calls(party).at_work += 1;
    }

    fn calls(&mut self, party: &K) -> &mut Calls<K> {
        let none = || Calls { at_work: 0, weight: 0, waiting: VecDeque::new() };
        self.parties.entry(party.clone()).or_insert_with(none)
    }

    fn wait(
        &mut self,
        party: &K,
        weight: usize,
        bounds: Bounds,
    ) -> Result<(u64, oneshot::Receiver<Place<K>>), Full> {
        let of_one = self.parties.get(party).map_or(0, |calls| calls.weight);
        if of_one + weight > bounds.waiting_of_one || self.weight + weight > bounds.waiting {
            return Err(Full);
        }
        let (place, granted) = oneshot::channel();
        let number = self.next;
        self.next += 1;
        self.weight += weight;
        let calls = self.calls(party);
        calls.weight += weight;
        calls.waiting.push_back(Waiting { number, weight, place });
        if calls.waiting.len() == 1 {
            self.turns.push_back(party.clone());
        }
        Ok((number, granted))
    }

    /// Takes free places for those whose turn it is, until there is none or nobody may have one.
    fn grant(&mut self, bounds: Bounds) -> Vec<(K, Waiting<K>)> {
        let mut granted = Vec::new();
        let mut passed = 0;
        while self.taken < bounds.places && passed < self.turns.len() {
            let Some(party) = self.turns.pop_front() else { break };
            let calls = self.calls(&party);
            let may = calls.at_work < bounds.share();
            let next = if may { calls.waiting.pop_front() } else { None };
            let waits = !calls.waiting.is_empty();
            if let Some(next) = next {
                calls.weight -= next.weight;
                self.weight -= next.weight;
                self.take(&party);
                granted.push((party.clone(), next));
                passed = 0;
            } else {
                passed += 1;
            }
            if waits {
                self.turns.push_back(party);
            }
        }
        granted
    }

    /// Takes out one that waits no more; nothing where it has had its turn.
    fn leave(&mut self, party: &K, number: u64) {
        let Some(calls) = self.parties.get_mut(party) else { return };
        let Ok(at) = calls.waiting.binary_search_by_key(&number, |waiting| waiting.number) else {
            return;
        };
        let weight = calls.waiting.remove(at).map_or(0, |gone| gone.weight);
        calls.weight -= weight;
        self.weight -= weight;
        if calls.waiting.is_empty() {
            self.turns.retain(|other| other != party);
        }
        self.forget(party);
    }

    /// Remembers nothing of a party that neither has a place nor waits.
    fn forget(&mut self, party: &K) {
        let is_gone = |calls: &Calls<K>| calls.at_work == 0 && calls.waiting.is_empty();
        if self.parties.get(party).is_some_and(is_gone) {
            self.parties.remove(party);
        }
    }
}

impl<K: Key> Place<K> {
    /// Says whose it is, once that is known.
    pub fn belongs_to(&mut self, party: K) {
        if self.party.is_none() {
            self.of.state().calls(&party).at_work += 1;
            self.party = Some(party);
        }
    }
}

impl<K: Key> Drop for Place<K> {
    fn drop(&mut self) {
        self.of.free(self.party.as_ref());
    }
}

impl<K: Key> Drop for Queued<'_, K> {
    fn drop(&mut self) {
        self.of.state().leave(self.party, self.number);
    }
}

#[cfg(test)]
mod tests;
