//! Who looks at all processes of the machine all the time: as root, and as nobody.

use std::{
    collections::BTreeSet,
    fs,
    process::{Command, Stdio},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use rustix::{process::Uid, thread::set_thread_res_uid};

use super::canaries::Finder;
use crate::machine::eventually;

/// What a process of the test's own shows, so that it is known that the watchers see.
const PLANTED: &str = "Planted9Sighting";

/// The watchers.
pub(super) struct Watch {
    over: Arc<AtomicBool>,
    seen: Arc<Mutex<BTreeSet<String>>>,
    looks: Arc<AtomicUsize>,
    watchers: Vec<JoinHandle<()>>,
}

impl Watch {
    /// Begins, and waits until both have seen what is planted for them.
    pub(super) fn begin(finder: Finder) -> Self {
        let finder = Arc::new((finder, Finder::of(vec![("planted", PLANTED.to_owned())])));
        let (over, seen, looks) = (Arc::default(), Arc::default(), Arc::default());
        let watcher = |user: u32| {
            let (finder, over, seen, looks) =
                (Arc::clone(&finder), Arc::clone(&over), Arc::clone(&seen), Arc::clone(&looks));
            thread::spawn(move || {
                let uid = Uid::from_raw(user);
                set_thread_res_uid(uid, uid, uid).unwrap();
                watch(user, &finder, &over, &seen, &looks);
            })
        };
        let watchers = [0, 65_534].map(watcher).into();
        let watch = Self { over, seen, looks, watchers };
        let mut planted = Command::new("sh");
        planted.args(["-c", "sleep 1000", PLANTED]).env("PLANTED", PLANTED).stdin(Stdio::null());
        let mut planted = planted.spawn().unwrap();
        eventually("the watchers see what is planted", || {
            let seen = watch.seen.lock().unwrap();
            let saw = |what: &str| seen.iter().any(|one| one.starts_with(what));
            saw("planted: cmdline by 0")
                && saw("planted: environ by 0")
                && saw("planted: cmdline by 65534")
        });
        planted.kill().unwrap();
        planted.wait().unwrap();
        watch
    }

    /// Ends; gives what was seen, and how often all processes were looked at.
    pub(super) fn end(self) -> (Vec<String>, usize) {
        self.over.store(true, Ordering::Release);
        self.watchers.into_iter().for_each(|watcher| watcher.join().unwrap());
        let seen = self.seen.lock().unwrap().clone();
        let seen = seen.into_iter().filter(|one| !one.starts_with("planted")).collect();
        (seen, self.looks.load(Ordering::Relaxed))
    }
}

fn watch(
    user: u32,
    (canaries, planted): &(Finder, Finder),
    over: &AtomicBool,
    seen: &Mutex<BTreeSet<String>>,
    looks: &AtomicUsize,
) {
    while !over.load(Ordering::Acquire) {
        for process in fs::read_dir("/proc").unwrap().flatten() {
            if !process.file_name().as_encoded_bytes()[0].is_ascii_digit() {
                continue;
            }
            for file in ["cmdline", "environ"] {
                // It may have ended, or be none of this user's.
                let Ok(bytes) = fs::read(process.path().join(file)) else { continue };
                for found in canaries.within(&bytes) {
                    seen.lock().unwrap().insert(format!("{file} by {user} shows {found}"));
                }
                if planted.is_in(&bytes) {
                    seen.lock().unwrap().insert(format!("planted: {file} by {user}"));
                }
            }
        }
        looks.fetch_add(1, Ordering::Relaxed);
        thread::sleep(Duration::from_millis(1));
    }
}
