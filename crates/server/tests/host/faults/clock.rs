//! A clock that jumps while the server runs, and between two of its lives: sessions, tokens, lockouts,
//! serials and the journal bear it. The server's clock is led by `libfaketime`, which reads it anew from a
//! file; the machine's own stays.

use std::{fs, path::PathBuf};

use root::Service;

use super::{anna, create, is_served};
use crate::{
    clients::dig,
    machine::{Machine, PASSWORD, Setup, eventually},
};

const LIBRARY: &str = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";

/// The server's clock.
struct Clock(PathBuf);

impl Clock {
    fn set(&self, offset: &str) {
        let staged = self.0.with_extension("new");
        fs::write(&staged, offset).unwrap();
        fs::rename(staged, &self.0).unwrap();
    }
}

/// The serial that the name server tells.
fn serial(machine: &Machine) -> u32 {
    let start = dig(machine, "anna.test", "SOA");
    start.split(' ').nth(2).unwrap_or_else(|| panic!("{start:?}")).parse().unwrap()
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn an_hour_back_and_days_ahead() {
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), std::os::unix::fs::PermissionsExt::from_mode(0o755))
        .unwrap();
    let clock = Clock(folder.path().join("clock"));
    clock.set("+0");
    let before = [
        "env".to_owned(),
        format!("LD_PRELOAD={LIBRARY}"),
        format!("FAKETIME_TIMESTAMP_FILE={}", clock.0.display()),
        "FAKETIME_NO_CACHE=1".to_owned(),
        "FAKETIME_DONT_FAKE_MONOTONIC=1".to_owned(),
    ];
    let services = [Service::Apache, Service::PhpFpm, Service::PowerDns];
    let mut machine =
        Machine::start_with(Setup { before: before.to_vec(), ..Setup::of(&services) });
    anna(&machine);
    let (client, prefix) = machine.log_in("anna", PASSWORD).unwrap();
    let home = || client.get(format!("{prefix}/")).send().unwrap().status();
    assert_eq!(home(), 200);
    let record = |name: &str| {
        let form =
            [("domain", "anna.test"), ("name", name), ("type", "A"), ("address", "192.0.2.1")];
        machine.root("addzonerecord", &form);
    };
    record("one");
    let mut lives = true;
    let mut last = serial(&machine);
    for offset in ["-1h", "-2d", "+5d", "-1h"] {
        clock.set(offset);
        record(&format!("at{}", offset.trim_start_matches(['-', '+'])));
        let now = serial(&machine);
        assert!(now > last, "{offset}: {last} became {now}");
        last = now;
        // A session outlives a clock that is set back, and ends when its time has come.
        if lives {
            lives = offset != "+5d";
            assert_eq!(home() == 200, lives, "{offset}: {}", home());
        }
        // Who guesses wrong is counted, and is not shut out by a time that has not come yet.
        assert!(machine.log_in("anna", "wrong").is_none());
        assert!(machine.log_in("anna", PASSWORD).is_some(), "{offset}");
        create(&machine, "bert");
        eventually("the new site is served", || is_served(&machine, "bert"));
        machine.root("removeacct", &[("username", "bert")]);
    }
    assert_eq!(machine.violations(), Vec::<String>::new());
    // What a server leaves open whose clock was ahead is finished by the next one, whose clock is not.
    clock.set("+3h");
    machine.end_server();
    machine.start_server(&[("INNKEEPER_KILL_AT", "committed")]);
    let form = [("username", "carl"), ("domain", "carl.test"), ("password", PASSWORD)];
    assert!(machine.try_call("createacct", &form).is_none());
    machine.server_ends();
    clock.set("+0");
    machine.start_server(&[]);
    assert!(is_served(&machine, "carl"));
    assert_eq!(machine.violations(), Vec::<String>::new());
}
