//! A tenant that swaps folders and links while the privileged process works in its home.

use std::{
    fs,
    os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown, symlink},
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread,
};

use adapters::system::host::HomeFiles;
use api::ports::{Files as _, HomePath, OsUsers as _, Write};
use rustix::fs::{CWD, RenameFlags};

use super::{login, users};
use crate::{machine::Machine, subjects::account};

/// How often the tenant swaps at least, and how often all verbs are done meanwhile.
const SWAPS: usize = 20_000;
const ROUNDS: usize = 100;

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn what_lies_outside_a_home_stays_as_it_is() {
    let machine = Machine::start(&[]);
    let port = users(&machine);
    let (rita, rolf) = (account("rita"), account("rolf"));
    for one in [&rita, &rolf] {
        port.apply(one, &login()).unwrap();
    }
    // Her own, so that nothing but the way there keeps her out.
    let outside = machine.folder.path().join("outside");
    fs::create_dir_all(outside.join("deep")).unwrap();
    for place in ["", "deep", "kept", "deep/kept"] {
        let place = outside.join(place);
        if !place.exists() {
            fs::write(&place, "kept").unwrap();
        }
        chown(&place, Some(rita.record().uid), Some(rita.record().gid)).unwrap();
        fs::set_permissions(&place, fs::Permissions::from_mode(0o777)).unwrap();
    }
    let before = listing(&outside);
    let home = machine.layout.homes.join("rita");
    fs::create_dir(home.join("folder")).unwrap();
    fs::create_dir(home.join("folder/deep")).unwrap();
    fs::write(home.join("folder/kept"), "mine").unwrap();
    symlink(&outside, home.join("link")).unwrap();
    for place in ["folder", "folder/deep", "folder/kept"] {
        chown(home.join(place), Some(rita.record().uid), Some(rita.record().gid)).unwrap();
    }
    let ended = AtomicBool::new(false);
    let rounds = AtomicUsize::new(0);
    thread::scope(|scope| {
        scope.spawn(|| {
            let mut swaps = 0;
            while swaps < SWAPS || rounds.load(Ordering::Acquire) < ROUNDS {
                swaps += 1;
                swap(&home.join("folder"), &home.join("link"));
                swap(&home.join("public_html"), &home.join("link"));
                thread::yield_now();
                swap(&home.join("public_html"), &home.join("link"));
            }
            ended.store(true, Ordering::Release);
        });
        while !ended.load(Ordering::Acquire) {
            work(&machine, rounds.fetch_add(1, Ordering::AcqRel));
        }
    });
    assert_eq!(listing(&outside), before);
    port.withdraw(rita.name()).unwrap();
    assert_eq!(listing(&outside), before, "links are removed, and not what they lead to");
}

fn swap(one: &Path, other: &Path) {
    rustix::fs::renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).unwrap();
}

/// Every verb on the home. Whether it finds the folder or the link decides what it gives.
fn work(machine: &Machine, round: usize) {
    let (rita, rolf) = (account("rita"), account("rolf"));
    let (port, files) = (users(machine), HomeFiles::new(Arc::clone(&machine.client)));
    let place = |path: &str| HomePath::beneath("/home/rita", path).unwrap();
    let how = Write { replace: true, mode: Some(0o600) };
    let name = format!("folder/new{}", round % 7);
    drop(files.write(&rita, &place("folder/kept"), b"other", how));
    drop(files.make_folder(&rita, &place(&name)));
    drop(files.set_mode(&rita, &place("folder/kept"), 0o640));
    drop(files.rename(&rita, &place(&name), &place("folder/deep/moved")));
    drop(files.copy(&rita, &place("mail"), &place("folder/copied")));
    for gone in ["folder/deep/moved", "folder/copied", "folder/kept", &name] {
        drop(files.remove(&rita, &place(gone)));
    }
    drop(files.read(&rita, &place("folder/kept"), 100));
    drop(port.copy_folder((&rolf, "public_html"), (&rita, "folder")));
    drop(port.copy_folder((&rita, "folder"), (&rolf, "public_html")));
    drop(port.usage(&rita));
    drop(port.apply(&rita, &login()));
}

/// What there is, with its mode, owner, length and time of change.
fn listing(folder: &Path) -> Vec<String> {
    let mut pending = vec![folder.to_owned()];
    let mut found = Vec::new();
    while let Some(path) = pending.pop() {
        let is = fs::symlink_metadata(&path).unwrap();
        let times = (is.ctime(), is.ctime_nsec(), is.size());
        found.push(format!("{} {:o} {} {times:?}", path.display(), is.mode(), is.uid()));
        if is.is_dir() {
            pending.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        }
    }
    found.sort();
    found
}
