//! Changes of which the server dies at each of their steps: after the next start an account is whole, or
//! as it was before.

use std::collections::BTreeMap;

use crate::machine::{Machine, PASSWORD};

/// The steps of a change that the server can be told to die at.
const STEPS: [&str; 8] = [
    "written",
    "committed",
    "before-user",
    "after-user",
    "before-zone",
    "before-site",
    "applied",
    "closed",
];

/// An account as it is made.
const ANNA: [(&str, &str); 3] =
    [("username", "anna"), ("domain", "anna.test"), ("password", PASSWORD)];

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_server_that_dies_leaves_accounts_whole() {
    let mut machine = Machine::start();
    let mut deaths = BTreeMap::new();
    for step in STEPS {
        let mut dies = |function, form: &[(&str, &str)]| {
            let died = dies(&mut machine, step, function, form);
            *deaths.entry(function).or_insert(0) += u32::from(died);
            let found = machine.try_call("accountsummary", &[("user", "anna")]).unwrap();
            if function == "createacct" && found["metadata"]["result"] == 0 {
                machine.root("createacct", &ANNA);
            }
        };
        dies("createacct", &ANNA);
        dies("passwd", &[("user", "anna"), ("password", "Meadow-brick-9-onion")]);
        dies("suspendacct", &[("user", "anna")]);
        dies("unsuspendacct", &[("user", "anna")]);
        dies("modifyacct", &[("user", "anna"), ("newuser", "nora")]);
        for name in ["anna", "nora"] {
            dies("removeacct", &[("username", name)]);
        }
        for name in ["anna", "nora"] {
            drop(machine.try_call("removeacct", &[("username", name)]));
        }
        assert_eq!(machine.command(&["check"]), (true, String::new()), "{step}");
    }
    assert_eq!(deaths["createacct"], 8, "a creation has all of these steps: {deaths:?}");
    // What comes with every change: it is written, committed, applied and closed.
    assert!(deaths.values().all(|&times| times >= 4), "{deaths:?}");
}

/// Makes a call at whose step the server dies, starts it again and looks whether all is consistent.
/// Gives whether it died.
fn dies(machine: &mut Machine, step: &str, function: &str, form: &[(&str, &str)]) -> bool {
    machine.end_server();
    machine.start_server(&[("INNKEEPER_KILL_AT", step)]);
    let answer = machine.try_call(function, form);
    if answer.is_none() {
        machine.server_ends();
    } else {
        machine.end_server();
    }
    machine.start_server(&[]);
    assert_eq!(machine.command(&["check"]), (true, String::new()), "{function} at {step}");
    answer.is_none()
}
