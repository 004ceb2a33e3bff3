//! Changes of which the server dies at each of their steps: after the next start an account is whole, or
//! as it was before.

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

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_server_that_dies_leaves_accounts_whole() {
    let mut machine = Machine::start();
    for step in STEPS {
        dies(
            &mut machine,
            step,
            "createacct",
            &[("username", "anna"), ("domain", "anna.test"), ("password", PASSWORD)],
        );
        if machine.try_call("accountsummary", &[("user", "anna")]).unwrap()["metadata"]["result"]
            == 0
        {
            let form = [("username", "anna"), ("domain", "anna.test"), ("password", PASSWORD)];
            machine.root("createacct", &form);
        }
        dies(
            &mut machine,
            step,
            "passwd",
            &[("user", "anna"), ("password", "Meadow-brick-9-onion")],
        );
        dies(&mut machine, step, "suspendacct", &[("user", "anna")]);
        dies(&mut machine, step, "unsuspendacct", &[("user", "anna")]);
        dies(&mut machine, step, "modifyacct", &[("user", "anna"), ("newuser", "nora")]);
        for name in ["anna", "nora"] {
            dies(&mut machine, step, "removeacct", &[("username", name)]);
            drop(machine.try_call("removeacct", &[("username", name)]));
        }
        assert_eq!(machine.command(&["check"]), (true, String::new()), "{step}");
    }
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
