//! System calls of the privileged process that fail (the goal R3): each of those that a change makes, by the
//! errors that a disk, a quota and limits give. The change is then made or it is not, its caller reads what
//! was missing, both programs live on, and the same change can be made again.
//!
//! A part of them is tried, the same one each time; `INNKEEPER_FAULTS=all` has all of them tried, which takes
//! half an hour, and `INNKEEPER_FAULTS=2/5` the second fifth of them.

use std::{
    fs,
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

use root::{Service, Verb};

use super::{heals, reason};
use crate::{
    machine::{Disk, Machine, PASSWORD, Setup},
    strace::{self, Failing, Strace},
};

/// The calls, and how each may fail.
const CALLS: [(&str, &[&str]); 21] = [
    ("openat", &["EMFILE", "ENOSPC", "ENOMEM"]),
    ("openat2", &["EMFILE", "ENOSPC", "EIO"]),
    ("write", &["ENOSPC", "EDQUOT", "EIO"]),
    ("fsync", &["EIO", "EDQUOT"]),
    ("fdatasync", &["EIO"]),
    ("mkdirat", &["ENOSPC", "EDQUOT"]),
    ("symlinkat", &["ENOSPC", "EDQUOT"]),
    ("linkat", &["ENOSPC", "EIO"]),
    ("renameat", &["ENOSPC", "EIO"]),
    ("renameat2", &["ENOSPC", "EDQUOT"]),
    ("unlinkat", &["EIO"]),
    ("fchown", &["EDQUOT", "EIO"]),
    ("fchownat", &["EDQUOT", "EIO"]),
    ("fchmod", &["EIO"]),
    ("fchmodat", &["EIO"]),
    ("getdents64", &["EIO", "ENOMEM"]),
    ("clone3", &["EAGAIN", "ENOMEM"]),
    ("pipe2", &["EMFILE"]),
    ("socketpair", &["EMFILE"]),
    ("socket", &["EMFILE", "ENOMEM"]),
    ("ftruncate", &["ENOSPC"]),
];

/// How many failing calls are tried of each change.
const SOME: usize = 12;

type Form = &'static [(&'static str, &'static str)];

/// A change of the account Anna.
struct Case {
    function: &'static str,
    form: Form,
    /// What makes it undone, where something does.
    back: Option<(&'static str, Form)>,
    /// Why it is refused where it was made before.
    made: Option<&'static str>,
}

const MADE: (&str, Form) = (
    "createacct",
    // A key would be made, and the zone changed, some seconds later.
    &[("username", "anna"), ("domain", "anna.test"), ("password", PASSWORD), ("dkim", "0")],
);
const GONE: (&str, Form) = ("removeacct", &[("username", "anna")]);

/// Tries a part of the calls that a change makes, on a machine that somebody prepared for it.
fn try_some(case: &Case, prepare: impl FnOnce(&Machine)) {
    let disk = Disk::mount(Path::new("/home"), "size=64m,mode=0755");
    let mut machine = Machine::start_with(Setup::of(&[Service::PowerDns]));
    prepare(&machine);
    let begun = Instant::now();
    let strace = Strace::noting(machine.root_process(), &CALLS.map(|(call, _)| call));
    case.make(&machine).unwrap();
    let all = strace::all(&strace.end(), &CALLS);
    case.undo(&machine);
    let (of, some) = (all.len(), strace::some(all, SOME));
    let failed = some.iter().filter(|&&failing| case.fails(&mut machine, failing)).count();
    println!("{}: {failed} calls of {of} failed in {:?}", case.function, begun.elapsed());
    assert!(failed > SOME / 2, "only {failed} calls failed");
    drop(disk);
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn an_account_is_made_while_a_call_fails() {
    let made = Some("already has a user");
    let case = Case { function: MADE.0, form: MADE.1, back: Some(GONE), made };
    try_some(&case, |_| {});
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_password_is_set_while_a_call_fails() {
    let form = &[("user", "anna"), ("password", "Meadow-brick-9-onion")];
    let case = Case { function: "passwd", form, back: None, made: None };
    try_some(&case, |machine| drop(machine.root(MADE.0, MADE.1)));
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn an_account_is_removed_while_a_call_fails() {
    let made = Some("There is no account");
    let case = Case { function: GONE.0, form: GONE.1, back: Some(MADE), made };
    try_some(&case, |machine| drop(machine.root(MADE.0, MADE.1)));
}

/// Whether a reason says what was missing, or who failed for it.
fn names(reason: &str, failing: Failing) -> bool {
    let lack = match failing.error {
        "ENOSPC" => "the disk is full",
        "EDQUOT" => "the disk quota is used up",
        "EIO" => "the disk cannot be read or written",
        "EMFILE" => "too many files are open",
        "ENOMEM" => "there is no memory left",
        _ => "could not be changed now",
    };
    // A program that is started to check something says that it failed, and no more.
    reason.contains(lack) || reason.contains("did not take its configuration")
}

/// What lies where work is prepared or cleared away.
fn left(machine: &Machine) -> Vec<PathBuf> {
    let staged = machine.folder.path().join("config/.staged");
    let aside = ["/home/.innkeeper/new", "/home/.innkeeper/trash"].map(PathBuf::from);
    let in_folder = |folder: &Path| {
        let entries = fs::read_dir(folder).into_iter().flatten();
        entries.map(|entry| entry.unwrap().path()).collect::<Vec<_>>()
    };
    let is_staged = |path: &PathBuf| path.to_string_lossy().contains("/.innkeeper-");
    let users = in_folder(Path::new("/etc/userdb")).into_iter().filter(is_staged);
    [&[staged], &aside[..]]
        .concat()
        .iter()
        .flat_map(|folder| in_folder(folder))
        .chain(users)
        .collect()
}

/// Nothing is left of the work, once something else was asked for.
fn is_clear(machine: &Machine, at: &str) {
    let begun = Instant::now();
    loop {
        machine.root_client().call(&Verb::ListUsers).unwrap();
        let left = left(machine);
        if left.is_empty() {
            return;
        }
        assert!(begun.elapsed() < Duration::from_secs(5), "{at}: {left:?}");
        thread::sleep(Duration::from_millis(100));
    }
}

impl Case {
    /// Makes it; gives why it is refused.
    fn make(&self, machine: &Machine) -> Result<(), String> {
        let answer = machine.try_call(self.function, self.form);
        let answer = answer.ok_or("The server gave no answer.")?;
        reason(&answer).map_or(Ok(()), Err)
    }

    fn undo(&self, machine: &Machine) {
        if let Some((function, form)) = self.back {
            machine.root(function, form);
        }
    }

    /// Makes it while one call fails; gives whether there was such a call.
    fn fails(&self, machine: &mut Machine, failing: Failing) -> bool {
        let at = format!("{} where {failing:?}", self.function);
        let strace = Strace::failing(machine.root_process(), failing);
        let outcome = self.make(machine);
        let failed = strace.end().failed();
        let said = machine.log();
        if let Err(reason) = &outcome {
            assert!(failed, "{at}: {reason}");
            assert!(names(reason, failing), "{at}: {reason}");
        }
        let panics: Vec<&str> = said.lines().filter(|line| line.contains("panicked")).collect();
        assert!(panics.is_empty(), "{at}: {panics:?}");
        assert!(machine.root_lives() && machine.server_lives(), "{at}");
        heals(machine, 40);
        is_clear(machine, &at);
        match (self.make(machine), self.made) {
            (Ok(()), _) => {}
            (Err(reason), Some(made)) if reason.contains(made) => {}
            (Err(reason), _) => panic!("{at}, again: {reason}; {outcome:?}"),
        }
        assert_eq!(machine.violations(), Vec::<String>::new(), "{at}, again");
        self.undo(machine);
        failed
    }
}
