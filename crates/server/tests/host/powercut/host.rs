//! A real host whose power is cut: users, homes, the services' files and the store are on one disk.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

use root::Service;

use super::{
    Plan, READY,
    caller::Caller,
    disk::{Cut, Disk},
    load::{Load, Possible},
    seen, start_logs_anew,
};
use crate::machine::{Machine, Setup};

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_host_whose_power_is_cut_has_all_that_was_answered() {
    let mut plan = Plan::of(4);
    let mut machine = Machine::start_with(Setup::of(&[Service::PowerDns]));
    let [whm, cpanel] = machine.doors();
    let caller = Caller::new(&machine.data(), &whm, &cpanel);
    let disk = Disk::new(128);
    end(&mut machine);
    move_onto(&disk.place(), &machine);
    disk.settle();
    let load = Load::new(&mut plan.rng);
    let mut slowest = Duration::ZERO;
    while let Some(pauses) = plan.next_round() {
        let used = Used::new(&disk.place(), &machine);
        start(&mut machine);
        let folder = machine.folder.path();
        start_logs_anew(folder, &["data/store.sqlite", "state/powerdns/zones.sqlite3"]);
        let cuts = load.during(&caller, || {
            let cut = |pause| {
                std::thread::sleep(pause);
                load.around(|| disk.cut())
            };
            pauses.into_iter().map(cut).collect::<Vec<_>>()
        });
        end(&mut machine);
        drop(used);
        for (cut, possible) in &cuts {
            slowest = slowest.max(is_well(&mut machine, cut, &caller, possible));
        }
    }
    println!("{} calls answered; ready within {slowest:?}", load.answered());
}

/// Starts the machine on what a cut left; gives how long the server took.
fn is_well(machine: &mut Machine, cut: &Cut, caller: &Caller, possible: &[Possible]) -> Duration {
    let disk = cut.mount();
    let used = Used::new(disk.place(), machine);
    let took = start(machine);
    assert!(took <= READY, "it is ready after {took:?}");
    seen::is_possible(&machine.data(), Path::new("/home"), caller, possible);
    machine.end_server();
    assert_eq!(machine.violations(), Vec::<String>::new());
    end(machine);
    drop(used);
    took
}

/// Starts both programs; gives how long the server took.
fn start(machine: &mut Machine) -> Duration {
    machine.start_root();
    let begun = Instant::now();
    machine.start_server(&[]);
    begun.elapsed()
}

fn end(machine: &mut Machine) {
    machine.end_server();
    machine.end_root();
}

/// The folders that are on the disk, each by its name there.
fn places(machine: &Machine) -> [(&'static str, PathBuf); 5] {
    let below = |name: &'static str| (name, machine.folder.path().join(name));
    let (users, homes) = (("userdb", "/etc/userdb".into()), ("home", "/home".into()));
    [users, homes, below("config"), below("state"), below("data")]
}

/// Copies what the machine has onto the disk.
fn move_onto(disk: &Path, machine: &Machine) {
    for (name, place) in places(machine) {
        fs::create_dir_all(&place).unwrap();
        run(Command::new("cp").arg("-a").arg(&place).arg(disk.join(name)));
    }
}

/// A disk that the machine uses, until this is dropped.
struct Used([PathBuf; 5]);

impl Used {
    fn new(disk: &Path, machine: &Machine) -> Self {
        let places = places(machine);
        for (name, place) in &places {
            run(Command::new("mount").arg("--bind").arg(disk.join(name)).arg(place));
        }
        Self(places.map(|(_, place)| place))
    }
}

impl Drop for Used {
    fn drop(&mut self) {
        for place in &self.0 {
            drop(Command::new("umount").arg("--lazy").arg(place).status());
        }
    }
}

fn run(command: &mut Command) {
    assert!(command.status().unwrap().success(), "{command:?}");
}
