//! Users of whom the machine has a part, and what users leave who go.

use std::{
    fs,
    os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown, symlink},
    path::Path,
    process::Command,
};

use super::{file_of, folder_of, gone};
use crate::machine::{Machine, PASSWORD, Setup, eventually};

fn machine() -> Machine {
    let machine = Machine::start_with(Setup::of(&[root::Service::PowerDns]));
    let form = [("username", "anna"), ("domain", "anna.test"), ("password", PASSWORD)];
    machine.root("createacct", &form);
    machine
}

/// The id of anna's user.
fn uid() -> u32 {
    fs::metadata("/home/anna").unwrap().uid()
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_user_of_whom_something_is_missing_is_named_and_made_whole() {
    let mut machine = machine();
    machine.end_server();
    let (userdb, uid) = (Path::new("/etc/userdb"), uid());
    let pieces = ["anna.user", "anna.user-privileged", "anna.group"].map(str::to_owned);
    for piece in pieces.into_iter().chain([format!("{uid}.user"), format!("{uid}.group")]) {
        gone(&userdb.join(&piece));
        mended(&machine, "anna");
    }
    fs::remove_dir_all("/home/anna").unwrap();
    mended(&machine, "anna");
    // Pieces of somebody who is no account's user.
    fs::write(userdb.join("ghost.user-privileged"), "{}").unwrap();
    symlink("ghost.user", userdb.join("5998.user")).unwrap();
    left_and_removed(&machine, "ghost");
    let group = fs::read_to_string(userdb.join("anna.group")).unwrap();
    fs::write(userdb.join("ghost.group"), group.replace("anna", "ghost")).unwrap();
    left_and_removed(&machine, "ghost");
    // Nobody's word is needed: the server compares soon after its start.
    gone(&userdb.join("anna.group"));
    machine.start_server(&[]);
    eventually("the group is there again", || userdb.join("anna.group").exists());
    assert_eq!(machine.violations(), Vec::<String>::new());
}

/// Somebody is half there, is named so by both commands, and is whole once it is mended.
fn mended(machine: &Machine, name: &str) {
    let line = named_as_half(machine, name);
    let (well, said) = machine.command(&["reconcile", "--fix"]);
    assert!(well && said.starts_with(&line), "{said}");
    assert_eq!(machine.violations(), Vec::<String>::new(), "after {line}");
}

/// Somebody of whom the store knows nothing is half there, which may be all that is left of their data: they go
/// by an operator's word alone.
fn left_and_removed(machine: &Machine, name: &str) {
    let line = named_as_half(machine, name);
    let (well, said) = machine.command(&["reconcile", "--fix"]);
    let left = format!("{line}user {name}: the store knows nothing of it");
    assert!(!well && said.starts_with(&left), "{said}");
    assert_eq!(named_as_half(machine, name), line);
    let (well, said) = machine.command(&["reconcile", "--fix", "--remove"]);
    assert!(well && said.starts_with(&line), "{said}");
    assert_eq!(machine.violations(), Vec::<String>::new(), "after {line}");
}

/// The line by which both commands name somebody who is half there.
fn named_as_half(machine: &Machine, name: &str) -> String {
    let line = format!("user {name}: the machine has only a part of it\n");
    for command in [&["check"][..], &["reconcile", "--check"]] {
        let (well, said) = machine.command(command);
        assert!(!well && said == line, "{command:?} of {name}: {said}");
    }
    line
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_home_that_somebody_changed_is_mended_by_a_look_at_all() {
    let mut machine = machine();
    machine.end_server();
    let home = Path::new("/home/anna");
    fs::set_permissions(home, fs::Permissions::from_mode(0o777)).unwrap();
    assert_eq!(machine.command(&["reconcile", "--check"]), (true, String::new()));
    let (well, said) = machine.command(&["reconcile", "--check", "--host"]);
    assert!(!well && said.contains("a home of the mode 0777"), "{said}");
    let (well, said) = machine.command(&["reconcile", "--fix", "--host"]);
    assert!(well && said.ends_with("1 of 1 subjects are as the store says\n"), "{said}");
    assert_eq!(machine.violations(), Vec::<String>::new());
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn who_is_removed_leaves_nothing_where_anybody_may_leave_something() {
    let machine = machine();
    let uid = uid();
    let crontabs = Path::new("/var/spool/cron/crontabs");
    fs::create_dir_all(crontabs).unwrap();
    let own = [Path::new("/tmp/of-anna"), Path::new("/var/tmp/of-anna"), &crontabs.join("anna")];
    for path in own {
        file_of(uid)(path);
    }
    let folder = Path::new("/tmp/anna-s");
    folder_of(uid)(folder);
    fs::create_dir(folder.join("inner")).unwrap();
    file_of(uid)(&folder.join("inner/deep"));
    // Somebody else's folder that lets everybody in, with a file in it that may not be removed with it.
    let shared = Path::new("/tmp/shared");
    fs::create_dir_all(shared).unwrap();
    fs::set_permissions(shared, fs::Permissions::from_mode(0o1777)).unwrap();
    file_of(uid)(&shared.join("of-anna"));
    fs::write("/tmp/of-root", "").unwrap();
    symlink("/tmp/of-root", "/tmp/link-of-anna").unwrap();
    let mut own_link = Command::new("chown");
    own_link.args(["-h", &format!("{uid}:{uid}"), "/tmp/link-of-anna"]);
    assert!(own_link.status().unwrap().success());
    assert_eq!(machine.violations(), Vec::<String>::new(), "they are of somebody who is there");

    machine.root("removeacct", &[("username", "anna")]);
    let mut left = vec![folder, Path::new("/tmp/link-of-anna")];
    left.extend(own);
    left.retain(|path| fs::symlink_metadata(path).is_ok());
    assert!(left.is_empty(), "{left:?}");
    assert!(Path::new("/tmp/of-root").exists(), "no link is followed");
    let words = format!("/tmp/shared/of-anna is of {uid}, who is not there");
    assert_eq!(machine.violations(), [words]);
    fs::remove_dir_all(shared).unwrap();
    gone(Path::new("/tmp/of-root"));
    // Once it is nobody's it is told of too, wherever it came from.
    let late = Path::new("/dev/shm/of-nobody");
    fs::write(late, "").unwrap();
    chown(late, Some(uid), Some(uid)).unwrap();
    assert_eq!(machine.violations(), [format!("/dev/shm/of-nobody is of {uid}, who is not there")]);
    gone(late);
    assert_eq!(machine.violations(), Vec::<String>::new());
}
