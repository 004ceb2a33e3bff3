//! Faults of the machine, and of what it is made of. Whatever happens, a caller is told in a clear
//! sentence, nothing is left half made, the other accounts go on being served, and once the fault is over
//! `innkeeper check --host` has nothing to tell.
//!
//! The goals are R1 (nothing acknowledged is lost), R3 (full disks, files that cannot be written), R4 (a
//! thousand accounts at once) and R6 (a service that is dead or hangs) on a real machine, and the row of the
//! fault plan about clocks that jump.

mod calls;
mod clock;
mod crowd;
mod disks;
mod prober;
mod refusing;
mod services;
mod sqlite;
mod store;

use serde_json::Value;

use crate::{
    clients::{dig, page},
    machine::{Machine, PASSWORD, eventually},
};

/// An account that is there before a fault, and is served all through it.
fn anna(machine: &Machine) {
    create(machine, "anna");
    eventually("the account is served", || is_served(machine, "anna"));
}

fn create(machine: &Machine, user: &str) {
    machine.root("createacct", &form(user).each_ref().map(|(key, value)| (*key, value.as_str())));
}

/// Tries to make an account; gives the reason where it is refused.
fn try_create(machine: &Machine, user: &str) -> Option<String> {
    let form = form(user);
    refusal(machine, "createacct", &form.each_ref().map(|(key, value)| (*key, value.as_str())))
}

/// Makes a call; gives the reason where it is refused.
fn refusal(machine: &Machine, function: &str, form: &[(&str, &str)]) -> Option<String> {
    reason(&machine.try_call(function, form).unwrap())
}

fn reason(answer: &Value) -> Option<String> {
    let metadata = &answer["metadata"];
    // What is refused before it comes to the function has no reason by that name.
    let said = || metadata["reason"].as_str().map_or_else(|| answer.to_string(), str::to_owned);
    (metadata["result"] != 1).then(said)
}

fn form(user: &str) -> [(&'static str, String); 3] {
    [
        ("username", user.to_owned()),
        ("domain", format!("{user}.test")),
        ("password", PASSWORD.to_owned()),
    ]
}

/// Whether the account's site and name are served.
fn is_served(machine: &Machine, user: &str) -> bool {
    let domain = format!("{user}.test");
    page(machine, &domain, "/").0 == "200" && dig(machine, &domain, "A") == "127.0.0.1"
}

/// Nothing of an account that was refused is on the machine or in the store, whatever else is.
fn is_nowhere(machine: &Machine, user: &str) {
    let summary = machine.try_call("accountsummary", &[("user", user)]).unwrap();
    assert_eq!(summary["metadata"]["result"], 0, "{summary}");
    for path in [format!("/home/{user}"), format!("/etc/userdb/{user}.user")] {
        assert!(!std::fs::exists(&path).unwrap(), "{path}");
    }
    let config = machine.folder.path().join("config");
    assert!(!config.join(format!("apache/sites/{user}.test")).exists());
    assert_eq!(dig(machine, &format!("{user}.test"), "SOA"), "");
}

/// All is well once what was left open is finished, which the server does by itself within this.
fn heals(machine: &Machine, seconds: u64) {
    let begun = std::time::Instant::now();
    let mut found = machine.violations();
    while !found.is_empty() {
        assert!(begun.elapsed().as_secs() < seconds, "{found:#?}");
        std::thread::sleep(std::time::Duration::from_millis(500));
        found = machine.violations();
    }
}
