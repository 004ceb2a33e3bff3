//! Times of works that are done in turn, so that what else the machine does meets all of them.

use std::time::{Duration, Instant};

use crate::Result;

/// The times of one work, shortest first.
#[derive(Debug)]
pub(crate) struct Times(Vec<Duration>);

impl Times {
    /// The one in the middle.
    pub(crate) fn median(&self) -> Duration {
        self.0.get(self.0.len() / 2).copied().unwrap_or_default()
    }

    /// The shortest: what it takes when nothing else runs.
    pub(crate) fn least(&self) -> Duration {
        self.0.first().copied().unwrap_or_default()
    }
}

impl FromIterator<Duration> for Times {
    fn from_iter<I: IntoIterator<Item = Duration>>(times: I) -> Self {
        let mut times: Vec<_> = times.into_iter().collect();
        times.sort_unstable();
        Self(times)
    }
}

/// Something to time; it is told which round it is.
pub(crate) type Work<'a> = &'a mut dyn FnMut(usize) -> Result<()>;

/// Does the works in turn, `rounds` times each, after one round that is not counted.
pub(crate) fn in_turn<const N: usize>(
    rounds: usize,
    mut works: [Work<'_>; N],
) -> Result<[Times; N]> {
    let mut times = [const { Vec::new() }; N];
    for round in 0..=rounds {
        for (work, times) in works.iter_mut().zip(&mut times) {
            let began = Instant::now();
            work(round)?;
            if round > 0 {
                times.push(began.elapsed());
            }
        }
    }
    Ok(times.map(|times| times.into_iter().collect()))
}
