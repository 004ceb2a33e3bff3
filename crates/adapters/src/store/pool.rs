//! Connections lent out and taken back: some stay open for the next borrower, a bounded number is
//! out at the same time, and who finds none waits a bounded time.

use std::{
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use api::{Error, Kind, Result};

/// How long to wait for a connection before the store counts as busy.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);

/// Connections of one kind.
pub(super) struct Pool<C> {
    state: Mutex<State<C>>,
    returned: Condvar,
    most: usize,
    keep: usize,
}

struct State<C> {
    idle: Vec<C>,
    lent: usize,
    /// How many wait for one to come back: to wake nobody costs as much as to wake somebody.
    waiting: usize,
}

impl<C> Pool<C> {
    /// A pool that lends `most` connections at a time and keeps `keep` of them open.
    pub(super) fn new(most: usize, keep: usize) -> Self {
        let state = Mutex::new(State { idle: Vec::new(), lent: 0, waiting: 0 });
        Self { state, returned: Condvar::new(), most, keep }
    }

    /// Lends a connection, which `open` makes where none is idle. It must come back by
    /// [`Self::put_back`], also when it is of no more use.
    pub(super) fn take(&self, open: impl FnOnce() -> Result<C>) -> Result<C> {
        if let Some(connection) = self.reserve()? {
            return Ok(connection);
        }
        open().inspect_err(|_| self.put_back(None))
    }

    /// Takes a connection back; `None` for one that was given up.
    pub(super) fn put_back(&self, connection: Option<C>) {
        let mut state = self.lock();
        state.lent = state.lent.saturating_sub(1);
        let surplus = if state.idle.len() < self.keep {
            state.idle.extend(connection);
            None
        } else {
            connection
        };
        let is_awaited = state.waiting > 0;
        drop(state);
        if is_awaited {
            self.returned.notify_one();
        }
        // Closing may take a while, and nobody has to wait for it.
        drop(surplus);
    }

    /// Closes what is idle.
    pub(super) fn clear(&self) {
        let idle = std::mem::take(&mut self.lock().idle);
        drop(idle);
    }

    /// Counts one more connection as lent: an idle one, or one that is still to be made.
    fn reserve(&self) -> Result<Option<C>> {
        let mut state = self.lock();
        if state.lent >= self.most {
            state = self.wait(state)?;
        }
        state.lent += 1;
        Ok(state.idle.pop())
    }

    /// Waits until fewer are lent than may be.
    fn wait<'a>(&self, mut state: MutexGuard<'a, State<C>>) -> Result<MutexGuard<'a, State<C>>> {
        state.waiting += 1;
        let full = |state: &mut State<C>| state.lent >= self.most;
        let waited = self.returned.wait_timeout_while(state, PATIENCE, full);
        let (mut state, waited) = waited.unwrap_or_else(PoisonError::into_inner);
        state.waiting -= 1;
        if waited.timed_out() {
            let seconds = PATIENCE.as_secs();
            let message = format!("The store was busy for {seconds} seconds; try again later.");
            return Err(Error::new(Kind::Busy, message));
        }
        Ok(state)
    }

    fn lock(&self) -> MutexGuard<'_, State<C>> {
        // Each change above is complete at once, so a panic elsewhere leaves nothing half done.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
