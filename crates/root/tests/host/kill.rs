//! The program killed at each system call by which a publish changes something: whatever it got to, each
//! file is wholly the old one or wholly the new one, nothing else is there once it is started again, and
//! the same publish then comes through.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use root::{Change, Kind, Managed, Supervision, Verb};

use crate::process::Place;

/// The calls that change something, or say that it lasts.
const CALLS: [&str; 8] =
    ["openat2", "write", "fchmod", "fsync", "mkdirat", "linkat", "renameat", "unlinkat"];
/// One that is replaced, one that is new and one that is withdrawn.
const FILES: [(&str, Option<char>, Option<char>); 3] =
    [("kept", Some('o'), Some('n')), ("new", None, Some('n')), ("gone", Some('o'), None)];

/// Many pages of a letter: a file that no checker reads.
fn content(letter: char) -> Vec<u8> {
    String::from(letter).repeat(20_000).into_bytes()
}

fn path(place: &Place, name: &str) -> PathBuf {
    file(name).path(&place.layout)
}

fn file(name: &str) -> Managed {
    Managed { kind: Kind::MailSender, name: name.parse().unwrap() }
}

fn publish() -> Verb {
    let change = |&(name, _, new): &(&str, Option<char>, Option<char>)| Change {
        file: file(name),
        content: new.map(content),
    };
    Verb::Publish(FILES.iter().map(change).collect())
}

/// A place in which the old files are in force.
fn place() -> Place {
    let place = Place::new(Supervision::Own);
    for (name, old, _) in FILES {
        let path = path(&place, name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        if let Some(old) = old {
            fs::write(path, content(old)).unwrap();
        }
    }
    place
}

/// Each file below a folder.
fn files(folder: &Path) -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.insert(path);
        }
    }
    found
}

/// Kills it on the way into that call; false where it got to the end without as many of them.
fn killed(place: &Place, call: &str, number: u32) -> bool {
    let inject = format!("inject={call}:signal=KILL:when={number}");
    let trace = format!("trace={call}");
    let strace = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", &trace, "-e", &inject];
    let Some(process) = place.start(&strace) else { return true };
    let outcome = process.client.call(&publish());
    outcome.is_err()
}

#[test]
#[ignore = "needs root and strace; run by cargo xtask host-test"]
fn a_publish_that_is_killed_leaves_each_file_old_or_new_and_can_be_done_again() {
    let mut kills = 0;
    for call in CALLS {
        for number in 1.. {
            let place = place();
            if !killed(&place, call, number) {
                break;
            }
            kills += 1;
            assert!(number < 100, "{call} does not come to an end");
            check(&place, &format!("{call} {number}"));
        }
    }
    assert!(kills > 30, "only {kills} calls were seen");
}

/// What has to hold after a kill.
fn check(place: &Place, point: &str) {
    for (name, old, new) in FILES {
        let is = fs::read(path(place, name)).ok();
        assert!(is == old.map(content) || is == new.map(content), "{point}: {name} is torn");
    }
    let process = place.start(&[]).unwrap();
    let managed: BTreeSet<_> = FILES.iter().map(|(name, ..)| path(place, name)).collect();
    let there = files(&place.layout.config);
    assert!(there.is_subset(&managed), "{point}: {there:?}");
    process.client.call(&publish()).unwrap();
    for (name, _, new) in FILES {
        assert_eq!(fs::read(path(place, name)).ok(), new.map(content), "{point}: {name}");
    }
    assert!(process.end().success());
}
