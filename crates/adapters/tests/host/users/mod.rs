//! Users and homes as the real name service, PAM and sshd have them.

mod crowd;
mod kill;
mod login;
mod race;
mod within;

use std::{fs, os::unix::fs::MetadataExt as _, path::Path, process::Command, sync::Arc};

use adapters::system::host::UserRecords;
use api::{
    Account,
    ports::{OsLogin, OsUsers as _},
};

use crate::{
    machine::Machine,
    os_users,
    subjects::{account, user},
};

/// The hash of `right`, with the salt of no one.
const RIGHT: &str = "$y$j9T$F5Jx5fExrKuPp53xLKQ..1$F1K3Jya64xlumGw51Swco2SOABCTTRjmBszNBfvECdC";

fn login() -> OsLogin {
    OsLogin { password: RIGHT.to_owned(), locked: false, expired: false }
}

fn users(machine: &Machine) -> UserRecords {
    UserRecords::new(Arc::clone(&machine.client))
}

/// A command of a process for which the name service has the machine's users. Nothing of that is seen
/// by other processes.
fn seeing(users: &Path, program: &str) -> Command {
    fs::create_dir_all("/run/userdb").unwrap();
    let script = "mount --bind \"$0\" /run/userdb && exec \"$@\"";
    let mut command = Command::new("unshare");
    command.args(["--mount", "--propagation", "private", "sh", "-c", script]);
    command.arg(users).arg(program);
    command
}

/// What such a command prints.
fn said(users: &Path, words: &[&str]) -> String {
    let output = seeing(users, words[0]).args(&words[1..]).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn the_machine_keeps_users() {
    let machine = Machine::start(&[]);
    let expired = |name: &api::UserName| {
        let text = fs::read_to_string(machine.layout.users.join(format!("{name}.user"))).unwrap();
        text.contains("\"passwordChangeNow\":true")
    };
    os_users::suite(&users(&machine), &machine.layout.homes, &expired);
    let left: Vec<_> = fs::read_dir(&machine.layout.users).unwrap().collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn the_name_service_knows_them() {
    let machine = Machine::start(&[]);
    let port = users(&machine);
    let nora = account("nora");
    port.apply(&nora, &login()).unwrap();
    let (uid, home) = (nora.record().uid, machine.layout.homes.join("nora"));
    let see = |words: &[&str]| said(&machine.layout.users, words);
    let line = format!("nora:x:{uid}:{uid}:nora:{}:/bin/bash\n", home.display());
    for key in ["nora", &uid.to_string()] {
        assert_eq!(see(&["getent", "passwd", key]), line);
        assert_eq!(see(&["getent", "group", key]), format!("nora:x:{uid}:\n"));
    }
    assert_eq!(see(&["getent", "shadow", "nora"]), format!("nora:{RIGHT}:::::::\n"));
    let as_nobody = ["setpriv", "--reuid", "65534", "--clear-groups", "getent", "shadow", "nora"];
    assert!(!see(&as_nobody).contains(RIGHT), "the hash is root's to read");
    let groups = format!("uid={uid}(nora) gid={uid}(nora) groups={uid}(nora)\n");
    assert_eq!(see(&["id", "nora"]), groups);
    check_home(&home, &nora);
    port.withdraw(&user("nora")).unwrap();
    for base in ["passwd", "group", "shadow"] {
        assert_eq!(see(&["getent", base, "nora"]), "");
    }
}

/// Checks that a home has the owner and the modes of a new one.
fn check_home(home: &Path, account: &Account) {
    let (uid, gid) = (account.record().uid, account.record().gid);
    let web = fs::read_to_string("/etc/group").unwrap();
    let web = web.lines().find_map(|line| line.strip_prefix("www-data:x:")).unwrap();
    let web: u32 = web.split(':').next().unwrap().parse().unwrap();
    for (place, mode, group) in [
        ("", 0o711, gid),
        ("public_html", 0o750, web),
        ("mail", 0o750, gid),
        ("etc", 0o750, gid),
        ("logs", 0o700, gid),
        ("tmp", 0o700, gid),
        ("public_html/index.html", 0o644, gid),
        (".bashrc", 0o644, gid),
    ] {
        let is = fs::symlink_metadata(home.join(place)).unwrap();
        assert_eq!((is.mode() & 0o7777, is.uid(), is.gid()), (mode, uid, group), "{place}");
    }
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn nobody_takes_a_name_or_an_id_that_is_somebody_elses() {
    let machine = Machine::start(&[]);
    let port = users(&machine);
    let nora = account("nora");
    port.apply(&nora, &login()).unwrap();
    let mut with_her_id = account("nils").into_record();
    (with_her_id.uid, with_her_id.gid) = (nora.record().uid, nora.record().gid);
    let mut of_the_machine = account("nick").into_record();
    of_the_machine.uid = 33;
    let root = account("root").into_record();
    for record in [with_her_id, of_the_machine, root, account("games").into_record()] {
        let name = record.name.clone();
        let refused = port.apply(&Account::for_reconciler(record), &login());
        assert!(refused.is_err(), "{name}");
        assert!(!machine.layout.homes.join(name.as_str()).exists());
    }
    // A home of somebody else is neither taken nor removed.
    fs::create_dir(machine.layout.homes.join("ned")).unwrap();
    assert!(port.apply(&account("ned"), &login()).is_err());
    assert!(port.withdraw(&user("ned")).is_err());
    assert!(machine.layout.homes.join("ned").exists());
    for password in ["", "*0", "a:b", "a\nb"] {
        let login = OsLogin { password: password.to_owned(), ..login() };
        assert!(port.apply(&account("nell"), &login).is_err(), "{password:?}");
    }
    assert_eq!(port.list().unwrap(), [user("nora")]);
}
