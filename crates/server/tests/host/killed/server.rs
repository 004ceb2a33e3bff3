//! The server killed at each step of its changes.

use std::{collections::BTreeMap, fs};

use api::{Param, function::Step};

use super::cases::{self, Case, Picture, machine};
use crate::machine::Machine;

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_server_that_is_killed_at_any_step_leaves_accounts_whole() {
    let (mut machine, _disk) = machine(false);
    let kills = cases::all(&mut machine, kill_everywhere);
    // What comes with every change: it is opened, written, committed, applied, closed and answered.
    assert!(kills.values().all(|&times| times >= 6), "{kills:?}");
    for (function, least) in [("createacct", 12), ("modifyacct", 12), ("removeacct", 12)] {
        assert!(kills[function] >= least, "{kills:?}");
    }
}

/// Kills the server at each step of a change; gives how often.
fn kill_everywhere(machine: &mut Machine, case: &Case) -> usize {
    let notes = machine.data().join("steps");
    machine.end_server();
    machine.start_server(&[("INNKEEPER_NOTE_STEPS", notes.to_str().unwrap())]);
    let before = Picture::of(machine);
    // What upkeep does is no step of the call.
    let begun = fs::read_to_string(&notes).unwrap().lines().count();
    let answer = case.make(machine).unwrap();
    assert_eq!(answer["metadata"]["result"], 1, "{}: {answer}", case.function);
    let noted = fs::read_to_string(&notes).unwrap();
    let after = Picture::of(machine);
    assert_ne!(before, after, "{}", case.function);
    case.undo(machine);
    assert_eq!(Picture::of(machine), before, "{} undone", case.function);
    let mut times: BTreeMap<&str, u32> = BTreeMap::new();
    let steps: Vec<&str> = noted.lines().skip(begun).collect();
    for step in &steps {
        let nth = times.entry(step).or_default();
        *nth += 1;
        machine.end_server();
        assert_eq!(machine.violations(), Vec::<String>::new(), "{} {step}:{nth}", case.function);
        machine.start_server(&[("INNKEEPER_KILL_AT", &format!("{step}:{nth}"))]);
        assert!(case.make(machine).is_none(), "{} {step}:{nth} is not reached", case.function);
        machine.server_ends();
        machine.start_server(&[]);
        let made = <Step as Param>::read(&[step]).unwrap() >= Step::Committed;
        let expected = if made { &after } else { &before };
        assert_eq!(&Picture::of(machine), expected, "{} killed at {step}:{nth}", case.function);
        if made {
            case.undo(machine);
        }
    }
    machine.end_server();
    assert_eq!(machine.violations(), Vec::<String>::new(), "{}", case.function);
    machine.start_server(&[]);
    steps.len()
}
