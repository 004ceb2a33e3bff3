//! A thread that does one piece of slow work after another, and a short queue before it.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel},
    thread,
};

use api::{Error, Kind, Result};

type Work = Box<dyn FnOnce() + Send>;

/// A thread and its queue. The thread ends when this is dropped.
pub(super) struct Lane(SyncSender<Work>);

impl Lane {
    /// Starts the thread, with room for that many waiting. `nice` is how far it stands back where
    /// the machine has too little for all.
    pub(super) fn start(name: &str, waiting: usize, nice: i32) -> Result<Self> {
        let (sender, receiver) = sync_channel(waiting);
        let thread = thread::Builder::new().name(name.to_owned());
        let run = move || {
            // Linux counts this for the thread alone; where it is refused, all are equal.
            rustix::process::nice(nice).unwrap_or_default();
            work_through(&receiver);
        };
        thread.spawn(run).map_err(Error::internal)?;
        Ok(Self(sender))
    }

    /// Has the work done, after what waits already, however much that is.
    pub(super) fn wait_for<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T> {
        let (work, done) = with_answer(work);
        self.0.send(work).map_err(|_| ended())?;
        done.recv().map_err(|_| ended())
    }

    /// Has the work done if the queue has room.
    pub(super) fn try_for<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T> {
        let (work, done) = with_answer(work);
        self.0.try_send(work).map_err(|refused| match refused {
            TrySendError::Full(_) => Error::new(
                Kind::Busy,
                "Too many passwords are waiting to be checked. Try again in a moment.",
            ),
            TrySendError::Disconnected(_) => ended(),
        })?;
        done.recv().map_err(|_| ended())
    }
}

fn with_answer<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> (Work, Receiver<T>) {
    let (sender, receiver) = sync_channel(1);
    let work = move || {
        // The one who asked may have gone.
        drop(sender.send(work()));
    };
    (Box::new(work), receiver)
}

fn work_through(receiver: &Receiver<Work>) {
    for work in receiver {
        // A hash that a foreign system made may be beyond what a scheme's code expects. Who asked
        // learns of it, since the sender of the answer is gone; the next one is served.
        drop(catch_unwind(AssertUnwindSafe(work)));
    }
}

fn ended() -> Error {
    Error::internal("a piece of password work ended without an answer")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_queue_refuses_and_work_that_panics_stops_nobody() {
        let lane = Lane::start("test", 1, 0).unwrap();
        let (started, has_started) = sync_channel::<()>(0);
        let (release, released) = sync_channel::<()>(0);
        thread::scope(|scope| {
            let lane = &lane;
            scope.spawn(move || {
                lane.wait_for(move || {
                    started.send(()).unwrap();
                    released.recv().unwrap();
                })
            });
            has_started.recv().unwrap();
            let (filler, _answer) = with_answer(|| ());
            lane.0.try_send(filler).unwrap();
            assert_eq!(lane.try_for(|| 1).unwrap_err().kind(), Kind::Busy);
            release.send(()).unwrap();
        });
        assert!(lane.wait_for(|| panic!("on purpose")).is_err());
        assert_eq!(lane.wait_for(|| 2).unwrap(), 2);
    }
}
