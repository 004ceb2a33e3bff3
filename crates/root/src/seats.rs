//! Seats for so many at a time; the next waits until one is free.

use std::sync::{Arc, Condvar, Mutex, PoisonError};

/// The seats that are taken.
#[derive(Default)]
pub(crate) struct Seats {
    taken: Mutex<usize>,
    freed: Condvar,
}

/// One of them, free again when it is dropped.
pub(crate) struct Seat(Arc<Seats>);

impl Seats {
    /// A seat, once one of that many is free.
    pub(crate) fn take(self: &Arc<Self>, of: usize) -> Seat {
        let taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.freed.wait_while(taken, |taken| *taken >= of);
        *waited.unwrap_or_else(PoisonError::into_inner) += 1;
        Seat(Arc::clone(self))
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        *self.0.taken.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        self.0.freed.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use std::{sync::mpsc, thread, time::Duration};

    use super::*;

    #[test]
    fn the_next_waits_until_one_is_free() {
        let seats = Arc::new(Seats::default());
        let first = seats.take(1);
        let (sits, sat) = mpsc::channel();
        let other = Arc::clone(&seats);
        let next = thread::spawn(move || {
            let _seat = other.take(1);
            sits.send(()).unwrap();
        });
        assert!(sat.recv_timeout(Duration::from_millis(100)).is_err());
        drop(first);
        sat.recv_timeout(Duration::from_secs(10)).unwrap();
        next.join().unwrap();
    }
}
