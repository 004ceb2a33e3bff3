//! A tenant that swaps folders, links and files while the privileged process works in homes (the goal S5).
//!
//! `INNKEEPER_RACE_SWAPS` says how often she swaps, a million being the goal; the kernel's own guards of
//! links (`fs.protected_symlinks` and `fs.protected_hardlinks`) are off meanwhile, where they may be.

mod acts;
mod outside;
mod tenant;

use std::{
    env, fs,
    sync::atomic::{AtomicBool, AtomicUsize, Ordering},
    thread,
    time::Instant,
};

use api::ports::OsUsers as _;

use self::{
    outside::{Guards, Outside},
    tenant::Tenant,
};
use super::{login, users};
use crate::{machine::Machine, subjects::account};

/// How often the tenant swaps where the environment does not say.
const SWAPS: usize = 60_000;
/// How many swaps there are at most while all verbs are done once.
const SWAPS_A_ROUND: usize = 2_000;

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn what_lies_outside_a_home_stays_as_it_is() {
    let wanted = env::var("INNKEEPER_RACE_SWAPS").ok().map(|swaps| swaps.parse().unwrap());
    let swaps: usize = wanted.unwrap_or(SWAPS);
    let guards = wanted.map(|_| Guards::off());
    let machine = Machine::start(&[]);
    let port = users(&machine);
    for name in ["rita", "rolf", "nora"] {
        port.apply(&account(name), &login()).unwrap();
    }
    fs::write(machine.layout.homes.join("nora/public_html/kept"), "kept").unwrap();
    let outside = Outside::make(&machine, account("rita").record().uid);
    let tenant = Tenant::prepare(&machine, &outside);
    let before = outside.seen();
    let (ended, rounds) = (AtomicBool::new(false), AtomicUsize::new(0));
    let begun = Instant::now();
    let others = thread::scope(|scope| {
        let other = scope.spawn(|| tenant.disturb(&ended));
        scope.spawn(|| {
            tenant.swap(swaps, &|done| {
                let round = rounds.load(Ordering::Acquire);
                round * SWAPS_A_ROUND < done
            });
            ended.store(true, Ordering::Release);
        });
        while !ended.load(Ordering::Acquire) {
            acts::all(&machine, rounds.fetch_add(1, Ordering::AcqRel));
        }
        other.join().unwrap()
    });
    let (took, rounds) = (begun.elapsed(), rounds.into_inner());
    println!("{swaps} and {others} swaps in {took:?}, {rounds} rounds; guards {guards:?}");
    let after = outside.seen();
    let changed: Vec<_> = after.symmetric_difference(&before).collect();
    assert!(changed.is_empty(), "{changed:#?}");
    assert!(others > 0 && rounds * SWAPS_A_ROUND >= swaps, "{rounds} rounds");
    acts::worked(&machine);
    port.withdraw(account("rita").name()).unwrap();
    let after = outside.seen();
    let changed: Vec<_> = after.symmetric_difference(&before).collect();
    assert!(changed.is_empty(), "links are removed, and not what they lead to: {changed:#?}");
}
