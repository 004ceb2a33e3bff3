//! Homes on btrfs, where each is a subvolume with a limit of its own. The kernel has to have btrfs.

use std::{
    fs,
    os::unix::{fs::MetadataExt as _, process::CommandExt as _},
    process::{Command, Output},
    thread,
    time::{Duration, Instant},
};

use root::{Answer, Measure, Trouble, User, Verb};

use crate::{
    limited::{Host, UID, is_refused, nobody_is_limited, user},
    volume::{Volume, done},
};

const BTRFS: [&str; 2] = ["mkfs.btrfs", "-q"];

/// The number of the inode of a subvolume's own folder.
const TOP: u64 = 256;

fn volume() -> Volume {
    let volume = Volume::new(&BTRFS, "defaults");
    done(Command::new("btrfs").args(["quota", "enable"]).arg(volume.path()));
    done(Command::new("btrfs").args(["quota", "rescan", "-w"]).arg(volume.path()));
    volume
}

/// What `btrfs` prints of the volume.
fn said(volume: &Volume, words: &[&str]) -> String {
    let output = Command::new("btrfs").args(words).arg(volume.path()).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// Has the user make a subvolume in the volume.
fn makes_subvolume(volume: &Volume, place: &str) -> Output {
    let mut make = Command::new("btrfs");
    make.args(["subvolume", "create"]).arg(volume.path().join(place));
    make.uid(UID).gid(UID).output().unwrap()
}

/// What is otherwise than it should be of a user.
fn differing(host: &Host<'_>, user: User) -> Vec<String> {
    match host.call(&Verb::CompareUsers(vec![user])) {
        Answer::Told(told) => told.into_iter().filter(|what| what.contains("home")).collect(),
        _ => panic!("nothing was compared"),
    }
}

fn remove(host: &Host<'_>, name: &str) {
    assert!(matches!(host.call(&Verb::RemoveUser(name.parse().unwrap())), Answer::Done));
}

/// The life of a limit: set, held to, raised, lowered, kept by a new name, lifted.
#[test]
#[ignore = "needs root and a kernel with btrfs; run by cargo xtask host-test"]
fn homes_are_subvolumes_with_limits() {
    let volume = volume();
    let host = Host::new(&volume);
    assert!(host.limits());
    assert!(host.note().contains("number of files is limited"));
    host.put(user("shop", Some(8), Some(60)));
    let home = fs::metadata(volume.path().join("shop")).unwrap();
    assert_eq!((home.ino(), home.uid(), home.mode() & 0o7777), (TOP, UID, 0o711));
    let empty = host.used("shop");
    assert!(empty.inodes > 5 && empty.disk < 1_024, "{empty:?}");

    host.write("shop", "first", 4).unwrap();
    let used = host.used("shop");
    assert_eq!(used.inodes, empty.inodes + 1);
    assert!((4_096..6_000).contains(&(used.disk - empty.disk)), "{used:?}");
    assert_eq!(host.write("shop", "second", 6).err().unwrap().trouble, Trouble::Quota);
    assert!(is_refused(&host.fill("shop", "second", 6)));
    assert!(host.used("shop").disk <= 8 << 10);
    fs::remove_file(volume.path().join("shop/second")).unwrap();

    host.put(user("shop", Some(24), Some(60)));
    assert_eq!(differing(&host, user("shop", Some(24), None)), Vec::<String>::new());
    assert!(host.fill("shop", "second", 12).status.success());
    // One that is below what there is lets nothing be written, and takes nothing away.
    host.put(user("shop", Some(10), Some(60)));
    assert!(is_refused(&host.fill("shop", "third", 1)));
    assert!(host.used("shop").disk >= 16 << 10);
    // Nor does it keep the home from having another name.
    let formerly = Some("shop".parse().unwrap());
    host.put(User { formerly, ..user("store", Some(10), Some(60)) });
    assert!(!volume.path().join("shop").exists());
    fs::remove_file(volume.path().join("store/second")).unwrap();
    assert!(host.used("store").disk >= 4 << 10);
    assert!(is_refused(&host.fill("store", "second", 8)));
    host.put(user("store", None, None));
    assert!(host.fill("store", "second", 40).status.success());

    remove(&host, "store");
    assert_eq!(said(&volume, &["subvolume", "list"]), "");
    host.put(user("next", Some(8), None));
    let Measure { disk, inodes } = host.used("next");
    assert!(disk < 1_024 && inodes == empty.inodes, "{disk} {inodes}");
    assert!(is_refused(&host.fill("next", "first", 9)));
    remove(&host, "next");
    assert_eq!(said(&volume, &["subvolume", "list"]), "");
    assert!(host.process.end().success());
}

/// A user may make subvolumes in the home, which no limit of the home counts.
#[test]
#[ignore = "needs root and a kernel with btrfs; run by cargo xtask host-test"]
fn a_subvolume_in_a_home_is_no_way_around_its_limit() {
    let volume = volume();
    let host = Host::new(&volume);
    host.put(user("shop", Some(8), None));
    for place in ["shop/aside", "shop/aside/deep", "shop/public_html/third"] {
        assert!(makes_subvolume(&volume, place).status.success());
    }
    assert!(host.fill("shop", "aside/deep/much", 12).status.success());
    assert!(host.used("shop").disk >= 12 << 10, "{:?}", host.used("shop"));
    host.put(user("shop", Some(20), None));
    for place in ["aside/more", "aside/deep/more", "public_html/third/more"] {
        assert!(is_refused(&host.fill("shop", place, 2)), "{place}");
    }
    assert!(host.fill("shop", "more", 2).status.success());

    // Nobody has to touch the account for it.
    assert!(makes_subvolume(&volume, "shop/later").status.success());
    let begun = Instant::now();
    while !is_refused(&host.fill("shop", "later/more", 1)) {
        assert!(begun.elapsed() < Duration::from_mins(1), "it is not found");
        thread::sleep(Duration::from_millis(500));
    }
    remove(&host, "shop");
    assert_eq!(said(&volume, &["subvolume", "list"]), "");
    assert!(host.process.end().success());
}

/// A home that is a plain folder is one still, and it is said that it has no limit.
#[test]
#[ignore = "needs root and a kernel with btrfs; run by cargo xtask host-test"]
fn a_plain_home_goes_on_without_a_limit() {
    let volume = volume();
    let host = Host::new(&volume);
    let home = volume.path().join("shop");
    fs::create_dir(&home).unwrap();
    std::os::unix::fs::chown(&home, Some(UID), Some(UID)).unwrap();
    host.put(user("shop", Some(2), None));
    assert!(host.fill("shop", "first", 6).status.success());
    assert!(host.used("shop").disk >= 6 << 10);
    let told = differing(&host, user("shop", Some(2), None));
    assert!(told.iter().any(|what| what.contains("as it is a plain folder")), "{told:?}");
    let unlimited = differing(&host, user("shop", None, None));
    assert!(!unlimited.iter().any(|what| what.contains("plain folder")), "{unlimited:?}");
    let formerly = Some("shop".parse().unwrap());
    host.put(User { formerly, ..user("store", Some(2), None) });
    assert!(host.used("store").disk >= 6 << 10);
    assert!(makes_subvolume(&volume, "store/aside").status.success());
    fs::create_dir_all(volume.path().join("store/aside/of/folders")).unwrap();
    remove(&host, "store");
    assert!(!volume.path().join("store").exists());
    assert_eq!(said(&volume, &["subvolume", "list"]), "");
    assert!(host.process.end().success());
}

/// What a killed process left half made or half removed goes with the next start.
#[test]
#[ignore = "needs root and a kernel with btrfs; run by cargo xtask host-test"]
fn subvolumes_that_were_left_are_swept() {
    let volume = volume();
    let host = Host::new(&volume);
    host.put(user("shop", Some(8), None));
    for place in ["new/.innkeeper-partial-1-1", "trash/.innkeeper-partial-1-2/home"] {
        let place = volume.path().join(".innkeeper").join(place);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        done(Command::new("btrfs").args(["subvolume", "create"]).arg(&place));
        fs::create_dir_all(place.join("public_html/folder")).unwrap();
    }
    let host = host.again();
    let begun = Instant::now();
    while said(&volume, &["subvolume", "list"]).lines().count() > 1 {
        assert!(begun.elapsed() < Duration::from_secs(30), "they are left");
        thread::sleep(Duration::from_millis(100));
    }
    let left = said(&volume, &["subvolume", "list"]);
    assert!(left.trim_end().ends_with(" path shop"), "{left}");
    assert!(host.process.end().success());
}

/// Without quotas nobody is limited, and what is made then has its limit once they are on.
#[test]
#[ignore = "needs root and a kernel with btrfs; run by cargo xtask host-test"]
fn quotas_may_come_later() {
    let volume = Volume::new(&BTRFS, "defaults");
    nobody_is_limited(&volume, "is on btrfs without quotas: btrfs quota enable");
    done(Command::new("btrfs").args(["quota", "enable"]).arg(volume.path()));
    done(Command::new("btrfs").args(["quota", "rescan", "-w"]).arg(volume.path()));
    let host = Host::new(&volume);
    assert!(host.limits());
    let told = differing(&host, user("shop", Some(8), None));
    assert!(told.iter().any(|what| what.contains("without its limit")), "{told:?}");
    host.put(user("shop", Some(8), None));
    assert!(is_refused(&host.fill("shop", "second", 4)));
    assert!(host.process.end().success());
}
