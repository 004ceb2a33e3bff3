//! Many users: at once, and what one costs among them.

use std::{
    collections::BTreeSet,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::{Duration, Instant},
};

use api::{
    Account,
    ports::{OsLogin, OsUsers as _},
};

use super::{login, said, users};
use crate::{
    machine::Machine,
    subjects::{account, user},
};

/// The account of a number.
fn numbered(number: u32) -> Account {
    let mut record = account(&format!("crowd{number:05}")).into_record();
    (record.uid, record.gid) = (20_000 + number, 20_000 + number);
    Account::for_reconciler(record)
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_thousand_at_once_are_all_there() {
    const ALL: usize = 1_000;
    const CALLERS: usize = 64;
    let machine = Machine::start(&[]);
    let port = users(&machine);
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..CALLERS {
            scope.spawn(|| {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= ALL {
                        break;
                    }
                    port.apply(&numbered(u32::try_from(number).unwrap()), &login()).unwrap();
                }
            });
        }
    });
    assert_eq!(port.list().unwrap().len(), ALL);
    let lines = said(&machine.layout.users, &["getent", "passwd"]);
    let ids: BTreeSet<&str> = lines
        .lines()
        .filter(|line| line.starts_with("crowd"))
        .map(|line| line.split(':').nth(2).unwrap())
        .collect();
    assert_eq!(ids.len(), ALL, "each has an id of its own");
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn one_costs_the_same_among_ten_thousand() {
    let (small, large) = (Machine::start(&[]), Machine::start(&[]));
    let (among_few, among_many) = (users(&small), users(&large));
    let some = |numbers: std::ops::Range<u32>| -> Vec<(Account, OsLogin)> {
        numbers.map(|number| (numbered(number), login())).collect()
    };
    among_few.apply_all(&some(0..100)).unwrap();
    among_many.apply_all(&some(0..10_000)).unwrap();
    assert_eq!(among_many.list().unwrap().len(), 10_000);
    // One after the other, so that whatever else the machine does is in both.
    let costs = (0..41).map(|n| (cost(&among_few, 30_000 + n), cost(&among_many, 31_000 + n)));
    let (mut few, mut many): (Vec<_>, Vec<_>) = costs.unzip();
    few.sort();
    many.sort();
    let (few, many) = (few[20], many[20]);
    assert!(many < few * 3 / 2, "one costs {few:?} among 100, {many:?} among 10,000");
    let all: Vec<_> = (0..10_000).map(|number| (numbered(number).name().clone(), true)).collect();
    among_many.expire(&all).unwrap();
    let records = std::fs::read_dir(&large.layout.users).unwrap().flatten();
    let expired = records.filter(|file| {
        let text = std::fs::read_to_string(file.path()).unwrap();
        file.file_type().unwrap().is_file() && text.contains("\"passwordChangeNow\":true")
    });
    assert_eq!(expired.count(), 10_000);
}

/// What it costs to make one user and to remove it.
fn cost(port: &impl api::ports::OsUsers, number: u32) -> Duration {
    let one = numbered(number);
    let begun = Instant::now();
    port.apply(&one, &login()).unwrap();
    port.withdraw(&user(one.name().as_str())).unwrap();
    begun.elapsed()
}
