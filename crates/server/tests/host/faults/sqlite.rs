//! A disk that does not take what SQLite writes to it: a server in its sandbox, whose calls fail.

use std::time::{Duration, Instant};

use super::reason;
use crate::{
    strace::{self, Failing, Strace},
    support::{Innkeeper, PASSWORD},
};

/// The calls by which the store changes, and how each may fail.
const CALLS: [(&str, &[&str]); 6] = [
    ("fdatasync", &["EIO", "EDQUOT"]),
    ("fsync", &["EIO", "ENOSPC"]),
    ("pwrite64", &["ENOSPC", "EIO", "EDQUOT"]),
    ("ftruncate", &["EIO"]),
    ("fallocate", &["ENOSPC"]),
    ("openat", &["EMFILE"]),
];

/// What a caller is told of a change that goes on by itself.
const GOES_ON: &str = "is recorded but not complete yet";

/// How many failing calls are tried.
const SOME: usize = 24;

/// Tries to make an account; gives the reason where it is refused.
fn try_account(server: &Innkeeper, name: &str) -> Result<(), String> {
    let domain = format!("{name}.test");
    let form =
        [("username", name), ("domain", domain.as_str()), ("password", PASSWORD), ("dkim", "0")];
    let answer = server.try_call("createacct", &form).ok_or("The server gave no answer.")?;
    reason(&answer).map_or(Ok(()), Err)
}

/// Whether there is such an account.
fn is_there(server: &Innkeeper, name: &str) -> bool {
    server.call("accountsummary", &[("user", name)])["metadata"]["result"] == 1
}

/// That `innkeeper check` has nothing to tell.
fn check(server: &Innkeeper, at: &str) {
    let check = server.command(&["check"]);
    let said = [check.stdout, check.stderr].concat();
    assert!(check.status.success(), "{at}: {}", String::from_utf8_lossy(&said));
}

/// The server is killed after each answer, so that the next start finds what the failed call left on the
/// disk: what was refused must not come back then.
#[test]
#[ignore = "needs root and strace; run by cargo xtask host-test"]
fn what_is_refused_for_a_call_that_failed_does_not_come_back() {
    let mut server = Innkeeper::start();
    let strace = Strace::noting(server.pid(), &CALLS.map(|(call, _)| call));
    try_account(&server, "anna").unwrap();
    let all = strace::all(&strace.end(), &CALLS);
    server.data_of("removeacct", &[("user", "anna")]);
    let mut failed = 0;
    let mut refused = 0;
    for failing in strace::some(all, SOME) {
        let outcome = fail(&mut server, failing);
        failed += usize::from(outcome.is_some());
        refused += usize::from(outcome == Some(false));
    }
    assert!(failed > SOME / 2 && refused > SOME / 4, "{failed} calls failed, {refused} changes");
}

/// Makes an account while a call fails; gives whether it was made, or nothing where no call failed.
fn fail(server: &mut Innkeeper, failing: Failing) -> Option<bool> {
    let at = format!("{failing:?}");
    let strace = Strace::failing(server.pid(), failing);
    let outcome = try_account(server, "anna");
    let failed = strace.end().failed();
    let log = server.log();
    let panics: Vec<&str> = log.lines().filter(|line| line.contains("panicked")).collect();
    assert!(panics.is_empty(), "{at}: {panics:?}");
    server.start_again();
    let there = is_there(server, "anna");
    match &outcome {
        Ok(()) => assert!(there, "{at}: what was answered is gone"),
        Err(reason) if reason.contains(GOES_ON) => {}
        Err(reason) => {
            assert!(!there, "{at}: what was refused came back: {reason}");
            assert!(reason.contains("store") || reason.contains("machine"), "{at}: {reason}");
        }
    }
    check(server, &at);
    match try_account(server, "anna") {
        Ok(()) => assert!(!there, "{at}"),
        Err(reason) => assert!(there && reason.contains("already has a user"), "{at}: {reason}"),
    }
    server.data_of("removeacct", &[("user", "anna")]);
    failed.then_some(outcome.is_ok())
}

/// A disk that fails until it is mended: nothing is pretended, what is read is read, and within seconds of the
/// mending all goes on.
#[test]
#[ignore = "needs root and strace; run by cargo xtask host-test"]
fn a_disk_that_syncs_nothing_stops_changes_and_nothing_else() {
    let mut server = Innkeeper::start();
    server.account("anna");
    let (client, prefix) = server.log_in(&server.cpanel(""), "anna", PASSWORD).unwrap();
    let strace = Strace::failing_always(server.pid(), &["fsync", "fdatasync"], "EIO");
    for turn in 0..3 {
        let reason = try_account(&server, "bert").unwrap_err();
        assert!(reason.contains("its disk cannot be read or written"), "{turn}: {reason}");
    }
    assert!(!is_there(&server, "bert") && is_there(&server, "anna"));
    let home = client.get(server.cpanel(&format!("{prefix}/"))).send().unwrap();
    assert_eq!(home.status(), 200);
    assert!(strace.end().failed());
    let mended = Instant::now();
    try_account(&server, "carl").unwrap();
    assert!(mended.elapsed() < Duration::from_secs(5), "{:?}", mended.elapsed());
    server.start_again();
    let there = ["anna", "bert", "carl"].map(|name| is_there(&server, name));
    assert_eq!(there, [true, false, true]);
    check(&server, "mended");
}

/// Killed while the disk still fails.
#[test]
#[ignore = "needs root and strace; run by cargo xtask host-test"]
fn what_a_disk_that_syncs_nothing_refused_is_gone_after_a_kill() {
    let mut server = Innkeeper::start();
    let strace = Strace::failing_always(server.pid(), &["fsync", "fdatasync"], "EIO");
    let reason = try_account(&server, "anna").unwrap_err();
    assert!(reason.contains("its disk cannot be read or written"), "{reason}");
    server.kill();
    drop(strace);
    server.start_again();
    assert!(!is_there(&server, "anna"), "what was refused came back");
    check(&server, "killed");
}
