//! The process that works in a home: what it may do, and what becomes of it.

use std::{fs, process::Command, sync::Arc};

use adapters::system::host::HomeFiles;
use api::ports::{Files as _, HomePath, OsUsers as _, Write};

use super::{login, users};
use crate::{
    machine::Machine,
    subjects::{account, user},
};

/// The status of the processes of a user, as the kernel tells it.
fn statuses(uid: u32) -> Vec<String> {
    let entries = fs::read_dir("/proc").unwrap().flatten();
    let read = entries.filter_map(|entry| fs::read_to_string(entry.path().join("status")).ok());
    read.filter(|status| field(status, "Uid") == vec![uid.to_string(); 4].join("\t")).collect()
}

fn field<'a>(status: &'a str, name: &str) -> &'a str {
    let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(":"));
    line.unwrap_or_default().trim()
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn it_has_the_accounts_rights_and_no_others() {
    let machine = Machine::start(&[]);
    let (port, files) = (users(&machine), HomeFiles::new(Arc::clone(&machine.client)));
    let wanda = account("wanda");
    port.apply(&wanda, &login()).unwrap();
    let place = HomePath::beneath("/home/wanda", "public_html/a.txt").unwrap();
    let how = Write { replace: false, mode: None };
    files.write(&wanda, &place, b"a", how).unwrap();
    let uid = wanda.record().uid;
    let found = statuses(uid);
    assert_eq!(found.len(), 1, "one process is kept for the next act");
    let id = uid.to_string();
    for (name, value) in [
        ("Gid", [id.as_str(); 4].join("\t")),
        ("Groups", String::new()),
        ("NoNewPrivs", "1".to_owned()),
        ("CapPrm", "0".repeat(16)),
        ("CapEff", "0".repeat(16)),
        ("CapInh", "0".repeat(16)),
        ("CapAmb", "0".repeat(16)),
    ] {
        assert_eq!(field(&found[0], name), value, "{name}");
    }
    files.read(&wanda, &place, 10).unwrap();
    assert_eq!(field(&statuses(uid)[0], "Pid"), field(&found[0], "Pid"), "it is the same one");
    // Whoever ends it, the next act has another.
    assert!(Command::new("kill").args(["-9", field(&found[0], "Pid")]).status().unwrap().success());
    assert_eq!(files.read(&wanda, &place, 10).unwrap(), b"a");
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn no_process_outlives_its_user() {
    let machine = Machine::start(&[]);
    let port = users(&machine);
    let walter = account("walter");
    port.apply(&walter, &login()).unwrap();
    let uid = walter.record().uid;
    let mut sleeper = Command::new("setpriv")
        .args(["--reuid", &uid.to_string(), "--regid", &uid.to_string(), "--clear-groups"])
        .args(["sh", "-c", "trap '' TERM HUP; sleep 1000 & sleep 1000"])
        .spawn()
        .unwrap();
    while statuses(uid).len() < 3 {
        std::thread::yield_now();
    }
    port.withdraw(&user("walter")).unwrap();
    assert!(!sleeper.wait().unwrap().success());
    let living =
        statuses(uid).into_iter().filter(|status| !field(status, "State").starts_with('Z'));
    assert_eq!(living.count(), 0);
}
