//! The privileged process killed at each verb of the server's changes, with the services whose parent it
//! is, and started again by what supervises it.

use super::cases::{self, Case, Picture, machine};
use crate::machine::Machine;

/// What the caller is told of a change that goes on by itself.
const GOES_ON: &str = "is recorded but not complete yet";

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_privileged_process_that_is_killed_at_any_verb_leaves_accounts_whole() {
    let (mut machine, _disk) = machine(true);
    let kills = cases::all(&mut machine, kill_everywhere);
    // Each change comes to the machine, and a new account in several acts.
    assert!(kills.values().all(|&times| times >= 1), "{kills:?}");
    assert!(kills["createacct"] >= 5, "{kills:?}");
}

/// Kills the process at each verb of a change; gives how often.
fn kill_everywhere(machine: &mut Machine, case: &Case) -> usize {
    let before = Picture::of(machine);
    machine.between.kill_at(0);
    assert_eq!(case.make(machine).unwrap()["metadata"]["result"], 1, "{}", case.function);
    let verbs = machine.between.verbs();
    let after = Picture::of(machine);
    assert_ne!(before, after, "{}", case.function);
    case.undo(machine);
    assert_eq!(Picture::of(machine), before, "{} undone", case.function);
    let mut kills = 0;
    for verb in 1..=verbs {
        let at = format!("{} killed at verb {verb} of {verbs}", case.function);
        machine.between.kill_at(verb);
        let answer = case.make(machine).unwrap();
        let reached = machine.between.verbs() >= verb;
        machine.between.kill_at(0);
        if !reached {
            // What the server knows by now it need not ask.
            case.undo(machine);
            continue;
        }
        kills += 1;
        machine.root_ends();
        machine.start_root();
        // It finishes at its start what it would finish in a minute.
        machine.end_server();
        machine.start_server(&[]);
        let reason = answer["metadata"]["reason"].as_str().unwrap();
        let made = answer["metadata"]["result"] == 1 || reason.contains(GOES_ON);
        let expected = if made { &after } else { &before };
        assert_eq!(&Picture::of(machine), expected, "{at}: {answer}");
        machine.end_server();
        assert_eq!(machine.violations(), Vec::<String>::new(), "{at}");
        machine.start_server(&[]);
        if made {
            case.undo(machine);
        }
    }
    kills
}
