//! A sandbox whose power is cut: all that it has is one folder.

use std::{
    collections::HashMap,
    path::Path,
    process::Child,
    time::{Duration, Instant},
};

use super::{
    Plan, READY,
    caller::Caller,
    disk::{Cut, Disk},
    load::{Load, Possible},
    seen, start_logs_anew,
};
use crate::support;

#[test]
#[ignore = "needs root and loop devices; run by cargo xtask host-test"]
fn a_sandbox_whose_power_is_cut_has_all_that_was_answered() {
    let mut plan = Plan::of(12);
    let disk = Disk::new(96);
    std::fs::write(disk.place().join("innkeeper.toml"), "hash_cost = 1\n").unwrap();
    let server = Sandbox::start(&disk.place());
    disk.settle();
    let load = Load::new(&mut plan.rng);
    let mut slowest = Duration::ZERO;
    while let Some(pauses) = plan.next_round() {
        start_logs_anew(&disk.place().join("data"), &["store.sqlite", "machine/machine.sqlite"]);
        let cuts = load.during(&server.caller, || {
            let cut = |pause| {
                std::thread::sleep(pause);
                load.around(|| disk.cut())
            };
            pauses.into_iter().map(cut).collect::<Vec<_>>()
        });
        for (cut, possible) in &cuts {
            slowest = slowest.max(is_well(cut, possible));
        }
    }
    println!("{} calls answered; ready within {slowest:?}", load.answered());
}

/// Starts a server on what a cut left; gives how long that took.
fn is_well(cut: &Cut, possible: &[Possible]) -> Duration {
    let disk = cut.mount();
    let data = disk.place().join("data");
    let begun = Instant::now();
    let mut server = Sandbox::start(disk.place());
    let took = begun.elapsed();
    assert!(took <= READY, "it is ready after {took:?}");
    seen::is_possible(&data, &data.join("machine/homes"), &server.caller, possible);
    seen::machine_is_so(&data);
    server.end();
    let check = support::command(&data, &["check"]);
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stdout));
    took
}

/// A server that runs.
struct Sandbox {
    child: Child,
    caller: Caller,
}

impl Sandbox {
    fn start(folder: &Path) -> Self {
        let (child, ready): (_, HashMap<String, String>) =
            support::spawn(folder, &[], &[]).unwrap();
        let caller = Caller::new(&folder.join("data"), &ready["whm"], &ready["cpanel"]);
        Self { child, caller }
    }

    /// Ends it in order.
    fn end(&mut self) {
        let pid = rustix::process::Pid::from_child(&self.child);
        rustix::process::kill_process(pid, rustix::process::Signal::TERM).unwrap();
        assert!(self.child.wait().unwrap().success());
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
