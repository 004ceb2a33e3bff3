//! What could not be cleared away when its time had come, for a disk that failed or for want of descriptors:
//! it is tried again, once a second at the most, with the verbs that come.

use std::{
    mem,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

/// How long nothing is tried again.
const PAUSE: Duration = Duration::from_secs(1);
/// How much is remembered. What is beyond that is swept at the next start.
const MOST: usize = 1_000;

type Work = Box<dyn FnOnce() + Send>;

/// What is left to be done, and when it was tried last.
struct Left {
    works: Vec<Work>,
    last: Option<Instant>,
}

static LEFT: Mutex<Left> = Mutex::new(Left { works: Vec::new(), last: None });

/// Has something be tried again later. It says so anew where it is in vain again.
pub(crate) fn again(work: impl FnOnce() + Send + 'static) {
    let mut left = left();
    left.last.get_or_insert_with(Instant::now);
    if left.works.len() < MOST {
        left.works.push(Box::new(work));
    }
}

/// Tries what is left, where its time has come.
pub(crate) fn work() {
    let mut left = left();
    if left.works.is_empty() || left.last.is_some_and(|last| last.elapsed() < PAUSE) {
        return;
    }
    let works = mem::take(&mut left.works);
    left.last = None;
    drop(left);
    for work in works {
        work();
    }
}

fn left() -> MutexGuard<'static, Left> {
    LEFT.lock().unwrap_or_else(PoisonError::into_inner)
}
