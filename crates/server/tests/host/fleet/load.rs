//! Calls without end, and what must be true after those that were answered.

use std::{
    collections::BTreeMap,
    sync::atomic::{AtomicBool, AtomicUsize, Ordering},
    thread,
    time::Duration,
};

use super::{super::machine::eventually, machines::Fleet};

/// The passwords that accounts have one after the other.
const PASSWORDS: [&str; 2] = ["Quarry-lamp-7-vivid", "Meadow-brick-9-onion"];

/// What is known of accounts: they are there and have that password, or are not there. Of those whose last
/// call was not answered with success nothing is known.
pub(super) type Known = BTreeMap<String, Option<&'static str>>;

/// What all that call share.
#[derive(Default)]
pub(super) struct Load {
    over: AtomicBool,
    succeeded: AtomicUsize,
    failed: AtomicUsize,
}

impl Load {
    /// How many calls were answered with success so far, and how many were not.
    pub(super) fn counts(&self) -> (usize, usize) {
        (self.succeeded.load(Ordering::Relaxed), self.failed.load(Ordering::Relaxed))
    }

    /// Waits until so many more calls succeeded.
    pub(super) fn await_more(&self, more: usize) {
        let enough = self.counts().0 + more;
        eventually("more calls succeed", || self.counts().0 >= enough);
    }

    /// Ends it when what this gives is dropped, also when the test fails.
    pub(super) fn until_dropped(&self) -> Ending<'_> {
        Ending(self)
    }

    /// Makes accounts, changes their passwords and removes every third, until it is over.
    pub(super) fn run(&self, fleet: &Fleet, letter: &str) -> Known {
        let client = fleet.client();
        let mut known = Known::new();
        let mut call = |function: &str, user: &str, form: &[(&str, &str)], then| {
            let answer = fleet.call(&client, function, form);
            match &answer {
                Ok(_) => {
                    self.succeeded.fetch_add(1, Ordering::Relaxed);
                    known.insert(user.to_owned(), then);
                }
                Err(reason) => {
                    self.failed.fetch_add(1, Ordering::Relaxed);
                    println!("{function} {user}: {reason}");
                    known.remove(user);
                    // A caller that is refused waits before it calls again.
                    thread::sleep(Duration::from_millis(100));
                }
            }
            answer.is_ok()
        };
        for number in (0..).take_while(|_| !self.over.load(Ordering::Relaxed)) {
            let user = format!("{letter}{number}");
            let domain = format!("{user}.test");
            let [first, second] = PASSWORDS;
            let form = [("username", user.as_str()), ("domain", &domain), ("password", first)];
            let is_made = call("createacct", &user, &form, Some(first));
            if is_made && number % 2 == 0 {
                let form = [("user", user.as_str()), ("password", second)];
                call("passwd", &user, &form, Some(second));
            }
            if is_made && number % 3 == 0 {
                call("removeacct", &user, &[("username", &user)], None);
            }
        }
        known
    }
}

/// The end of a load.
pub(super) struct Ending<'a>(&'a Load);

impl Drop for Ending<'_> {
    fn drop(&mut self) {
        self.0.over.store(true, Ordering::Relaxed);
    }
}
