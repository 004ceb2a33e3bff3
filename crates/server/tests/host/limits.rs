//! Disk limits as an account's owner and its visitors' callers meet them, on btrfs, which each kernel mounts
//! from a file. The privileged process's own tests go further, and `cargo xtask vm-test` has ext4 and XFS.

use std::{
    path::Path,
    process::{Command, Output},
};

use root::Service;
use serde_json::{Value, json};

use crate::machine::{Disk, Machine, PASSWORD, Setup};

const SERVICES: [Service; 3] = [Service::Apache, Service::PhpFpm, Service::PowerDns];

/// Has a process of a user write a file of so many MiB in the home.
fn fill(user: &str, file: &str, mib: u32) -> Output {
    let (to, count) = (format!("of=/home/{user}/{file}"), format!("count={mib}"));
    let mut fill = Command::new("setpriv");
    fill.args(["--reuid", user, "--regid", user, "--clear-groups"]);
    fill.args(["dd", "if=/dev/zero", &to, "bs=1M", &count, "conv=fsync"]).env("LC_ALL", "C");
    fill.output().unwrap()
}

fn is_refused(output: &Output) -> bool {
    String::from_utf8_lossy(&output.stderr).contains("Disk quota exceeded")
}

/// What is told of an account's disk space, as it is measured now.
fn usage(machine: &Machine, user: &str) -> Value {
    let told = machine.root("get_disk_usage", &[("cache_mode", "off")]);
    let accounts = told["accounts"].as_array().unwrap();
    accounts.iter().find(|account| account["user"] == user).unwrap().clone()
}

#[test]
#[ignore = "needs root, Debian's services and a kernel with btrfs; run by cargo xtask host-test"]
fn homes_on_btrfs_hold_what_their_accounts_may_have() {
    let disk = Disk::btrfs(Path::new("/home"));
    let machine = Machine::start_with(Setup::of(&SERVICES));
    assert_eq!(machine.root("quota_enabled", &[])["quota_enabled"], 1);
    let form = [("username", "anna"), ("domain", "anna.test"), ("password", PASSWORD)];
    machine.root("createacct", &[&form[..], &[("quota", "8"), ("maxinodes", "500")]].concat());
    assert!(fill("anna", "some", 5).status.success());
    assert!(is_refused(&fill("anna", "more", 5)));

    let told = usage(&machine, "anna");
    assert_eq!(told["blocks_limit"], json!(8 << 10), "{told}");
    let used = told["blocks_used"].as_u64().unwrap();
    assert!((5 << 10..=8 << 10).contains(&used), "{told}");
    assert!(told["inodes_used"].as_u64().unwrap() > 5, "{told}");
    let summary = machine.root("accountsummary", &[("user", "anna")])["acct"][0].clone();
    assert_eq!(summary["disklimit"], "8M");

    machine.root("editquota", &[("user", "anna"), ("quota", "20")]);
    assert!(fill("anna", "more", 10).status.success());
    machine.root("modifyacct", &[("user", "anna"), ("newuser", "nora")]);
    assert!(usage(&machine, "nora")["blocks_used"].as_u64().unwrap() >= 15 << 10);
    assert!(is_refused(&fill("nora", "third", 8)));
    // A full home takes a new limit.
    machine.root("editquota", &[("user", "nora"), ("quota", "0")]);
    assert!(fill("nora", "third", 20).status.success());
    assert_eq!(machine.violations(), Vec::<String>::new());

    machine.root("removeacct", &[("username", "nora")]);
    assert!(!Path::new("/home/nora").exists());
    assert_eq!(disk.subvolumes(), "");
    assert_eq!(machine.violations(), Vec::<String>::new());
}
