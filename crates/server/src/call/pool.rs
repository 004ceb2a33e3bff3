//! Where calls run: a bounded number at a time, a bounded number waiting; beyond that callers are
//! told to come back later.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    task::{block_in_place, spawn_blocking},
    time::timeout,
};

use crate::config::Limits;

/// How long a call may wait for its turn.
const PATIENCE: Duration = Duration::from_secs(30);

/// How many logins are verified or wait for it at a time; apart from the calls, so that a flood of
/// logins takes no thread from them.
const LOGINS: usize = 32;

/// The two queues.
#[derive(Debug)]
pub struct Pool {
    calls: Lane,
    logins: Lane,
}

/// Too much is asked at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Busy;

#[derive(Debug)]
struct Lane {
    places: Arc<Semaphore>,
    waiting: AtomicUsize,
    most_waiting: usize,
}

impl Pool {
    /// A pool within the limits.
    pub fn new(limits: &Limits) -> Self {
        Self {
            calls: Lane::new(limits.calls, limits.calls_waiting),
            logins: Lane::new(LOGINS, LOGINS),
        }
    }

    /// Runs a call on a thread that may block.
    pub async fn call<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Busy> {
        self.calls.run(work).await
    }

    /// Runs a call at once and here, where a place is free: to wake a thread, and to be woken by it, takes
    /// longer than most calls do. The thread's other tasks go to another one meanwhile.
    pub fn here<T>(&self, work: impl FnOnce() -> T) -> Option<T> {
        let _place = self.calls.places.try_acquire().ok()?;
        // A panic was logged where it happened. Whoever tries again tells of it.
        block_in_place(|| catch_unwind(AssertUnwindSafe(work))).ok()
    }

    /// Runs a call that goes on in the background: `work` is started, not awaited.
    pub async fn start(&self, work: impl FnOnce() + Send + 'static) -> Result<(), Busy> {
        let place = self.calls.place().await?;
        drop(spawn_blocking(move || {
            work();
            drop(place);
        }));
        Ok(())
    }

    /// Runs the slow check of a password.
    pub async fn login<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Busy> {
        self.logins.run(work).await
    }
}

impl Lane {
    fn new(places: usize, most_waiting: usize) -> Self {
        let places = Arc::new(Semaphore::new(places));
        Self { places, waiting: AtomicUsize::new(0), most_waiting }
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Busy> {
        let place = self.place().await?;
        let done = spawn_blocking(move || {
            let done = work();
            drop(place);
            done
        });
        // A panic in a call was logged where it happened; the caller may try again.
        done.await.map_err(|_| Busy)
    }

    async fn place(&self) -> Result<OwnedSemaphorePermit, Busy> {
        if let Ok(place) = Arc::clone(&self.places).try_acquire_owned() {
            return Ok(place);
        }
        let _turn = Turn::take(&self.waiting, self.most_waiting)?;
        let place = timeout(PATIENCE, Arc::clone(&self.places).acquire_owned()).await;
        place.map_err(|_| Busy)?.map_err(|_| Busy)
    }
}

/// One of those that wait; counted until it is dropped, however the waiting ends.
struct Turn<'a>(&'a AtomicUsize);

impl<'a> Turn<'a> {
    fn take(waiting: &'a AtomicUsize, most: usize) -> Result<Self, Busy> {
        let turn = Self(waiting);
        if turn.0.fetch_add(1, Ordering::SeqCst) >= most { Err(Busy) } else { Ok(turn) }
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}
