//! The changes, and what an account looks like before and after them.

use std::{collections::BTreeMap, time::Instant};

use serde_json::Value;

use crate::{
    clients::{dig, uid},
    machine::{Disk, Machine, PASSWORD, Setup},
};

/// Another password.
pub(crate) const OTHER: &str = "Meadow-brick-9-onion";

pub(crate) type Form = &'static [(&'static str, &'static str)];

/// A change of the account Anna, who may come to be called Nora.
pub(crate) struct Case {
    pub(crate) function: &'static str,
    pub(crate) form: Form,
    /// What makes it undone.
    pub(crate) back: (&'static str, Form),
}

const MADE: (&str, Form) = (
    "createacct",
    &[("username", "anna"), ("domain", "anna.test"), ("password", PASSWORD), ("plan", "small")],
);
const GONE: (&str, Form) = ("removeacct", &[("username", "anna")]);

/// Each begins with what the one before it ends with, or with what it is undone to.
pub(crate) const CASES: [Case; 7] = [
    Case { function: MADE.0, form: MADE.1, back: GONE },
    Case {
        function: "passwd",
        form: &[("user", "anna"), ("password", OTHER)],
        back: ("passwd", &[("user", "anna"), ("password", PASSWORD)]),
    },
    Case {
        function: "changepackage",
        form: &[("user", "anna"), ("pkg", "large")],
        back: ("changepackage", &[("user", "anna"), ("pkg", "small")]),
    },
    Case {
        function: "modifyacct",
        form: &[("user", "anna"), ("newuser", "nora"), ("DNS", "nora.test")],
        back: ("modifyacct", &[("user", "nora"), ("newuser", "anna"), ("DNS", "anna.test")]),
    },
    Case {
        function: "suspendacct",
        form: &[("user", "anna")],
        back: ("unsuspendacct", &[("user", "anna")]),
    },
    Case {
        function: "unsuspendacct",
        form: &[("user", "anna")],
        back: ("suspendacct", &[("user", "anna")]),
    },
    Case { function: GONE.0, form: GONE.1, back: MADE },
];

/// What of the account is seen from outside, by either of its names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Picture(Vec<String>);

impl Picture {
    pub(super) fn of(machine: &Machine) -> Self {
        let mut seen = Vec::new();
        for name in ["anna", "nora"] {
            let summary = machine.try_call("accountsummary", &[("user", name)]).unwrap();
            let row = &summary["data"]["acct"][0];
            let of = |key: &str| row.get(key).map(Value::to_string).unwrap_or_default();
            let domain = format!("{name}.test");
            // In what shadow says a password is seen, and that it is locked.
            let shadow = shadow(name);
            seen.push(format!(
                "{name}: {} {} {} {} {} {} {shadow}",
                of("domain"),
                of("plan"),
                of("suspended"),
                if uid(name).is_empty() { "no user" } else { "a user" },
                dig(machine, &domain, "A"),
                std::fs::exists(format!("/home/{name}/public_html/index.html")).unwrap(),
            ));
        }
        Self(seen)
    }
}

/// The line of a user in what root alone may read; its hash as which of the passwords it is.
fn shadow(user: &str) -> String {
    let output = std::process::Command::new("getent").args(["shadow", user]).output().unwrap();
    let line = String::from_utf8(output.stdout).unwrap();
    let Some(hash) = line.split(':').nth(1) else { return String::new() };
    let locked = if hash.starts_with('!') { "locked " } else { "" };
    let hash = hash.trim_start_matches('!');
    let fits = [PASSWORD, OTHER].into_iter().find(|password| verifies(password, hash));
    format!("{locked}{}", fits.unwrap_or("none"))
}

/// Whether it is the password of a hash.
pub(crate) fn verifies(password: &str, hash: &str) -> bool {
    let script = "exit(crypt($ENV{P}, $ENV{H}) ne $ENV{H})";
    let mut perl = std::process::Command::new("perl");
    perl.args(["-e", script]).env("P", password).env("H", hash).status().unwrap().success()
}

impl Case {
    /// Makes the call; nothing where the server died before it answered.
    pub(super) fn make(&self, machine: &Machine) -> Option<Value> {
        machine.try_call(self.function, self.form)
    }

    /// Undoes it.
    pub(super) fn undo(&self, machine: &Machine) {
        machine.root(self.back.0, self.back.1);
    }

    /// Makes it by a call, where it is to stay.
    pub(crate) fn settle(&self, call: impl Fn(&str, Form)) {
        call(self.function, self.form);
        if ["modifyacct", "passwd", "changepackage"].contains(&self.function) {
            call(self.back.0, self.back.1);
        }
    }
}

/// Has all cases tried, one after the other; gives how often there was a kill in each.
pub(super) fn all(
    machine: &mut Machine,
    kill_everywhere: fn(&mut Machine, &Case) -> usize,
) -> BTreeMap<&'static str, usize> {
    let mut kills = BTreeMap::new();
    for case in &CASES {
        let begun = Instant::now();
        let killed = kill_everywhere(machine, case);
        println!("{}: {killed} kills in {:?}", case.function, begun.elapsed());
        kills.insert(case.function, killed);
        case.settle(|function, form| {
            machine.root(function, form);
        });
    }
    kills
}

/// A machine whose name server runs, and nothing else: what is published for the others is checked and put
/// in place all the same, so that each kill costs little.
pub(super) fn machine(between: bool) -> (Machine, Disk) {
    let homes = std::path::Path::new("/home");
    // A disk in memory: a user costs several syncs.
    let disk = Disk::mount(homes, "size=64m,mode=0755");
    let machine = Machine::start_with(Setup { between, ..Setup::of(&[root::Service::PowerDns]) });
    for (name, quota) in [("small", "100"), ("large", "2048")] {
        machine.root("addpkg", &[("name", name), ("quota", quota)]);
    }
    (machine, disk)
}
