//! Power that is cut under load (the goal R2): what was answered with success before is there, whole;
//! what was not answered is wholly there or wholly not; and the server is ready soon.
//!
//! A kill never tests what is synced, as what was written lives on in memory. Here a disk is copied at an
//! instant, and a server started on the copy. `INNKEEPER_TEST_CUTS` says how often, and
//! `INNKEEPER_TEST_SEED` has chance be the same again.

mod caller;
mod disk;
mod host;
mod load;
mod sandbox;
mod seen;

use std::{path::Path, time::Duration};

use fastrand::Rng;
use rusqlite::Connection;

/// How many cuts there are before their copies are looked at.
const A_ROUND: usize = 6;
/// The shortest and the longest pause before a cut, in milliseconds.
const PAUSE: (u64, u64) = (10, 500);

/// How long a server's start may take after a cut.
const READY: Duration = Duration::from_secs(5);

/// When the power is cut.
struct Plan {
    rng: Rng,
    left: usize,
}

impl Plan {
    /// As the environment says, or so often.
    fn of(cuts: usize) -> Self {
        let number = |name| std::env::var(name).ok().map(|text: String| text.parse().unwrap());
        let seed = number("INNKEEPER_TEST_SEED").unwrap_or_else(|| fastrand::u64(..));
        let left =
            number("INNKEEPER_TEST_CUTS").map_or(cuts, |cuts| usize::try_from(cuts).unwrap());
        println!("{left} cuts, INNKEEPER_TEST_SEED={seed}");
        Self { rng: Rng::with_seed(seed), left }
    }

    /// The pauses before the next cuts; none after the last.
    fn next_round(&mut self) -> Option<Vec<Duration>> {
        let cuts = self.left.min(A_ROUND);
        self.left -= cuts;
        let pause = |_| Duration::from_millis(self.rng.u64(PAUSE.0..PAUSE.1));
        (cuts > 0).then(|| (0..cuts).map(pause).collect())
    }
}

/// Has databases write their logs from the start again, over what is there: a sync of one no longer takes
/// the rest of the file system along, as it does while the log grows.
fn start_logs_anew(folder: &Path, databases: &[&str]) {
    for name in databases {
        let database = Connection::open(folder.join(name)).unwrap();
        database.busy_timeout(Duration::from_secs(5)).unwrap();
        database.query_row("PRAGMA wal_checkpoint(RESTART)", [], |_| Ok(())).unwrap();
    }
}
