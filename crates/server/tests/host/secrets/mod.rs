//! Canaries: secrets that are put into every function that takes one, on a machine with all services and
//! the server's log at its most talkative, while somebody looks at all processes. None is found anywhere
//! afterwards: in no argument or environment of a process, log, error, row, file or backup (the goal S6 on a
//! real machine; the sandbox's part is in the server's own tests).

mod calls;
mod canaries;
mod places;
mod watch;

use self::{calls::Calls, canaries::Canaries, watch::Watch};
use crate::machine::{Machine, Setup};

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn no_secret_is_seen_anywhere() {
    let environment = vec![("INNKEEPER_LOG", "trace")];
    let machine = Machine::start_with(Setup { environment, ..Setup::default() });
    let canaries = Canaries::default();
    calls::note_roots_own(&machine, &canaries);
    let watch = Watch::begin(canaries.finder());
    let calls = Calls::new(&machine, &canaries);
    calls.of_nobody();
    calls.of_people();
    calls.of_all_functions();
    let (mut shown, looks) = watch.end();
    shown.extend(calls.shown());
    shown.extend(places::left_by_processes(&machine));
    let finder = canaries.finder();
    shown.extend(places::shown_by_backup(&machine, &finder));
    // One that is put there shows that the others would be found.
    let planted = machine.folder.path().join("logs/planted");
    std::fs::write(&planted, canaries.next()).unwrap();
    let (found, by_files): (Vec<_>, Vec<_>) = places::shown_by_files(&machine, &finder)
        .into_iter()
        .partition(|one| one.contains("logs/planted"));
    assert_eq!(found.len(), 1, "what is planted is not found");
    shown.extend(by_files);
    println!("{} secrets, {looks} looks at all processes", canaries.count());
    assert!(shown.is_empty(), "{shown:#?}");
    assert!(canaries.count() >= 40 && looks >= 100);
    let log = std::fs::read_to_string(machine.folder.path().join("server.log")).unwrap();
    assert!(log.contains("DEBUG"), "the log is not at its most talkative");
}
