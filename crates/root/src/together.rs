//! One work on several things at the same time, also where the machine has no threads left.

use std::thread;

/// Does it on each, the last of them on this thread, as well as those for which no thread can be started;
/// gives what came of each, in their order, and nothing of one that panicked on a thread of its own.
pub(crate) fn each<I: Copy + Send, T: Send>(
    items: &[I],
    work: impl Fn(I) -> T + Sync,
) -> Vec<Option<T>> {
    let Some((&last, others)) = items.split_last() else { return Vec::new() };
    let work = &work;
    thread::scope(|scope| {
        let begin = |&item| {
            let thread = thread::Builder::new().spawn_scoped(scope, move || work(item));
            thread.map_err(|_| item)
        };
        let begun: Vec<_> = others.iter().map(begin).collect();
        let last = Some(work(last));
        let end = |begun: Result<thread::ScopedJoinHandle<'_, T>, I>| match begun {
            Ok(thread) => thread.join().ok(),
            Err(item) => Some(work(item)),
        };
        begun.into_iter().map(end).chain([last]).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_gives_its_own_in_order_and_one_that_panics_takes_no_other_along() {
        let done = each(&[1, 0, 2], |number| 6 / number);
        assert_eq!(done, [Some(6), None, Some(3)]);
        assert_eq!(each(&[], |number: i32| number), []);
    }
}
