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
    let begun = Instant::now();
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
    println!("{ALL} users at once: {:?}", begun.elapsed());
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
    let machine = Machine::start(&[]);
    let port = users(&machine);
    let some = |range: std::ops::Range<u32>| -> Vec<(Account, OsLogin)> {
        range.map(|number| (numbered(number), login())).collect()
    };
    port.apply_all(&some(0..100)).unwrap();
    let few = cost(&port, 30_000);
    let begun = Instant::now();
    port.apply_all(&some(100..10_000)).unwrap();
    println!("9,900 users by batches: {:?}", begun.elapsed());
    let many = cost(&port, 30_100);
    println!("one among 100: {few:?}; among 10,000: {many:?}");
    assert_eq!(port.list().unwrap().len(), 10_000);
    assert!(many < few * 2, "one costs {few:?} among 100, {many:?} among 10,000");
    let begun = Instant::now();
    port.expire(&(0..10_000).map(|n| (numbered(n).name().clone(), true)).collect::<Vec<_>>())
        .unwrap();
    println!("10,000 expired: {:?}", begun.elapsed());
}

/// The median cost to make one user and remove it.
fn cost(port: &impl api::ports::OsUsers, first: u32) -> Duration {
    let one = |number: u32| {
        let one = numbered(number);
        let begun = Instant::now();
        port.apply(&one, &login()).unwrap();
        port.withdraw(&user(one.name().as_str())).unwrap();
        begun.elapsed()
    };
    let mut costs: Vec<Duration> = (first..first + 31).map(one).collect();
    costs.sort();
    costs[15]
}
