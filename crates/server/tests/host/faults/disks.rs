//! Disks that are full or can only be read (the goal R3).

use std::path::Path;

use root::Service;

use super::{anna, create, heals, is_nowhere, is_served, refusal, try_create};
use crate::machine::{Disk, Machine, PASSWORD, Setup};

const SERVICES: [Service; 3] = [Service::Apache, Service::PhpFpm, Service::PowerDns];

/// A machine whose homes are on a disk of their own, with an account.
fn with_homes(options: &str) -> (Disk, Machine) {
    let disk = Disk::mount(Path::new("/home"), options);
    let machine = Machine::start_with(Setup::of(&SERVICES));
    anna(&machine);
    (disk, machine)
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn homes_on_a_full_disk() {
    let (disk, machine) = with_homes("size=2m,mode=0755");
    disk.fill();
    let reason = try_create(&machine, "bert").unwrap();
    assert!(reason.contains("the disk is full"), "{reason}");
    is_nowhere(&machine, "bert");
    assert!(is_served(&machine, "anna"));
    assert_eq!(machine.violations(), Vec::<String>::new());
    // What needs no room goes on.
    machine.root("passwd", &[("user", "anna"), ("password", PASSWORD)]);
    machine.root("suspendacct", &[("user", "anna")]);
    machine.root("unsuspendacct", &[("user", "anna")]);
    disk.free();
    create(&machine, "bert");
    assert_eq!(machine.violations(), Vec::<String>::new());
    assert!(is_served(&machine, "bert"));
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn homes_on_a_disk_without_inodes() {
    let (disk, machine) = with_homes("size=8m,nr_inodes=60,mode=0755");
    // One home after the other, until one fails in its middle.
    let refused = (0..20).find_map(|number| try_create(&machine, &format!("user{number}")));
    let reason = refused.unwrap();
    assert!(reason.contains("the disk is full"), "{reason}");
    assert!(is_served(&machine, "anna"));
    assert_eq!(machine.violations(), Vec::<String>::new());
    machine.root("removeacct", &[("username", "user0")]);
    create(&machine, "bert");
    assert_eq!(machine.violations(), Vec::<String>::new());
    drop(disk);
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn homes_that_can_only_be_read() {
    let (disk, machine) = with_homes("size=8m,mode=0755");
    create(&machine, "carl");
    disk.read_only(true);
    let reason = try_create(&machine, "bert").unwrap();
    assert!(reason.contains("the disk can only be read"), "{reason}");
    is_nowhere(&machine, "bert");
    // What is removed goes on, and comes to its end once it can.
    let reason = refusal(&machine, "removeacct", &[("username", "carl")]).unwrap();
    assert!(reason.contains("will be completed: ") && reason.contains("only be read"), "{reason}");
    machine.root("passwd", &[("user", "anna"), ("password", PASSWORD)]);
    assert!(is_served(&machine, "anna"));
    disk.read_only(false);
    heals(&machine, 60);
    is_nowhere(&machine, "carl");
    create(&machine, "bert");
    assert_eq!(machine.violations(), Vec::<String>::new());
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_store_on_a_full_disk() {
    let mut machine = Machine::start_with(Setup::of(&SERVICES));
    anna(&machine);
    machine.end_server();
    let disk = Disk::mount(&machine.data(), "size=24m");
    machine.start_server(&[]);
    create(&machine, "carl");
    disk.fill();
    let reason = try_create(&machine, "bert").unwrap();
    assert!(reason.contains("disk is full"), "{reason}");
    is_nowhere(&machine, "bert");
    // What is refused leaves its room in the log, which may be enough for a removal.
    let stays = refusal(&machine, "removeacct", &[("username", "carl")]);
    if let Some(reason) = &stays {
        assert!(reason.contains("disk is full"), "{reason}");
    }
    // What is only read is answered, and what is served is served.
    let there = machine.root("listaccts", &[])["acct"].as_array().unwrap().len();
    assert_eq!(there, 1 + usize::from(stays.is_some()));
    assert!(is_served(&machine, "anna"));
    assert_eq!(is_served(&machine, "carl"), stays.is_some());
    disk.free();
    create(&machine, "bert");
    if stays.is_some() {
        machine.root("removeacct", &[("username", "carl")]);
    }
    // A change that is made may have found no room to be closed.
    heals(&machine, 30);
    machine.end_server();
    machine.start_server(&[]);
    assert!(is_served(&machine, "bert"));
    machine.end_server();
    drop(disk);
}
