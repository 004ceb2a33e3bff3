//! Where calls run. So many are at work at a time; the others wait, each party's calls in a queue of their
//! own, and the queues take turns. Whoever waits there is known, and waits for as long as they like: what is
//! bounded is how much may wait, of one party and of all. Who calls is found out at the door, where strangers
//! are turned away, each source's requests in a queue of their own.

mod fair;
mod party;

use std::{
    net::IpAddr,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
    time::Duration,
};

use tokio::{
    task::{block_in_place, spawn_blocking},
    time::timeout,
};

use crate::{config::Limits, http::network};

use fair::{Bounds, Fair};

pub use fair::Full as Busy;
pub use party::Party;

/// How long who is not known yet may wait.
const PATIENCE: Duration = Duration::from_secs(30);

/// How many requests are at the door at a time. Finding out who sends one takes less than a millisecond.
const AT_THE_DOOR: usize = 16;

/// How many logins are verified at a time, apart from the calls, so that a flood of them takes no thread
/// from those; how many wait for it, and how many of one source. A hash takes some 30 ms.
const LOGINS: Bounds = Bounds { places: 32, waiting: 64, waiting_of_one: 40 };

/// The queues.
#[derive(Debug)]
pub struct Pool {
    calls: Arc<Fair<Party>>,
    door: Arc<Fair<IpAddr>>,
    logins: Arc<Fair<IpAddr>>,
}

/// A place to work in, free again when this goes.
pub type Place = fair::Place<Party>;

impl Pool {
    /// A pool within the limits.
    pub fn new(limits: &Limits) -> Self {
        let calls = Bounds {
            places: limits.calls,
            waiting: limits.calls_waiting,
            waiting_of_one: limits.calls_waiting_per_caller,
        };
        // Each that waits at the door has a connection, of which there are so many.
        let door = Bounds {
            places: AT_THE_DOOR,
            waiting: limits.connections,
            waiting_of_one: limits.connections_per_source,
        };
        Self { calls: Fair::new(calls), door: Fair::new(door), logins: Fair::new(LOGINS) }
    }

    /// A place for a call of whom nobody knows yet who sends it: there is one where nobody waits, and some
    /// are left for others. Who sends it is told to the place once that is known.
    pub fn at_once(&self) -> Option<Place> {
        self.calls.at_once()
    }

    /// A place for a party's call once it is its turn. `bytes` is what is kept in memory meanwhile. Who does
    /// not want it any more drops the future.
    pub async fn place(&self, party: Party, bytes: usize) -> Result<Place, Busy> {
        self.calls.place(party, party::weight(bytes)).await
    }

    /// Runs a party's call on a thread that may block.
    pub async fn call<T: Send + 'static>(
        &self,
        party: Party,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Busy> {
        within(self.place(party, 0).await?, work).await
    }

    /// Finds out who sends a request that came from there, on a thread that may block.
    pub async fn door<T: Send + 'static>(
        &self,
        source: IpAddr,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Busy> {
        within(impatient(&self.door, source).await?, work).await
    }

    /// Runs the slow check of a password that came from there.
    pub async fn login<T: Send + 'static>(
        &self,
        source: IpAddr,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Busy> {
        within(impatient(&self.logins, source).await?, work).await
    }
}

/// Does the work at once and here: to wake a thread, and to be woken by it, takes longer than most calls do.
/// The thread's other tasks go to another one meanwhile. Nothing where it panicked, which was logged where it
/// happened: whoever tries again tells of it.
pub fn in_place<T>(work: impl FnOnce() -> T) -> Option<T> {
    block_in_place(|| catch_unwind(AssertUnwindSafe(work))).ok()
}

/// A place for one of that source, who waits for so long only.
async fn impatient(queue: &Arc<Fair<IpAddr>>, source: IpAddr) -> Result<fair::Place<IpAddr>, Busy> {
    timeout(PATIENCE, queue.place(network(source), 1)).await.map_err(|_| Busy)?
}

/// Does the work on a thread that may block, in a place that is free again at its end.
async fn within<T: Send + 'static>(
    place: impl Send + 'static,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Busy> {
    let done = spawn_blocking(move || {
        let done = work();
        drop(place);
        done
    });
    // A panic in a call was logged where it happened; the caller may try again.
    done.await.map_err(|_| Busy)
}
