//! A clock that stands still until it is set.

use std::sync::atomic::{AtomicI64, Ordering};

use api::{UnixTime, ports::Clock};

/// A clock that stands still until it is set.
#[derive(Debug)]
pub struct ManualClock(AtomicI64);

impl ManualClock {
    /// A clock at that time.
    pub fn at(time: UnixTime) -> Self {
        Self(AtomicI64::new(time.0))
    }

    /// Sets it.
    pub fn set(&self, time: UnixTime) {
        self.0.store(time.0, Ordering::SeqCst);
    }

    /// Moves it on by that many seconds, or back.
    pub fn advance(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::SeqCst);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> UnixTime {
        UnixTime(self.0.load(Ordering::SeqCst))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_moves_only_when_told() {
        let clock = ManualClock::at(UnixTime(100));
        clock.advance(-30);
        assert_eq!(clock.now(), UnixTime(70));
        clock.set(UnixTime(5));
        assert_eq!(clock.now(), UnixTime(5));
    }
}
