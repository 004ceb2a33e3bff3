//! Limits of disk space and files on the file systems that have them of users, and what is said of those
//! that have none. Those of subvolumes are in [`crate::btrfs`].

use std::{fs, os::unix::process::CommandExt as _, process::Command};

use root::{Trouble, User, Verb};

use crate::{
    limited::{Host, UID, is_refused, nobody_is_limited, user},
    volume::{Volume, done},
};

/// The life of a limit: set, held to, raised, lowered, kept by a new name, lifted.
fn a_limit_lives(volume: &Volume) {
    let host = Host::new(volume);
    assert!(host.limits());
    host.put(user("shop", Some(8), Some(60)));
    let empty = host.used("shop");
    assert!(empty.inodes > 5 && empty.disk < 1_024, "{empty:?}");

    host.write("shop", "first", 4).unwrap();
    let used = host.used("shop");
    assert_eq!(used.inodes, empty.inodes + 1);
    assert!((4_096..6_000).contains(&(used.disk - empty.disk)), "{used:?}");
    let full = host.write("shop", "second", 6).err().unwrap();
    assert_eq!(full.trouble, Trouble::Quota);
    assert!(is_refused(&host.fill("shop", "second", 6)));
    assert!(host.used("shop").disk <= 8 << 10);
    fs::remove_file(volume.path().join("shop/second")).unwrap();

    host.put(user("shop", Some(24), Some(60)));
    assert!(host.fill("shop", "second", 12).status.success());
    // One that is below what there is lets nothing be written, and takes nothing away.
    host.put(user("shop", Some(10), Some(60)));
    assert!(is_refused(&host.fill("shop", "third", 1)));
    assert!(host.used("shop").disk >= 16 << 10);
    fs::remove_file(volume.path().join("shop/second")).unwrap();

    let formerly = Some("shop".parse().unwrap());
    host.put(User { formerly, ..user("store", Some(10), Some(60)) });
    assert!(host.used("store").disk >= 4 << 10);
    assert!(is_refused(&host.fill("store", "second", 8)));
    fs::remove_file(volume.path().join("store/second")).unwrap();

    files_are_counted(&host, "store");
    host.put(user("store", None, None));
    assert!(host.fill("store", "second", 40).status.success());
    host.call(&Verb::RemoveUser("store".parse().unwrap()));
    // Whoever has the number next begins anew.
    host.put(user("next", Some(8), None));
    let next = host.used("next");
    assert!(next.disk < 1_024 && next.inodes == empty.inodes, "{next:?}");
    assert!(is_refused(&host.fill("next", "first", 9)));
    assert!(host.process.end().success());
}

fn files_are_counted(host: &Host<'_>, name: &str) {
    let home = host.volume.path().join(name);
    let script = "i=0; while : > many$i; do i=$((i + 1)); [ $i -lt 100 ] || exit 0; done; exit 1";
    let mut many = Command::new("bash");
    many.args(["-c", script]).current_dir(&home).env("LC_ALL", "C").uid(UID).gid(UID);
    let ended = many.output().unwrap();
    assert!(!ended.status.success() && is_refused(&ended), "{ended:?}");
    assert_eq!(host.used(name).inodes, 60);
}

const EXT4: [&str; 3] = ["mke2fs", "-qt", "ext4"];
const EXT4_WITH: [&str; 5] = ["mke2fs", "-qt", "ext4", "-O", "quota"];
const XFS: [&str; 2] = ["mkfs.xfs", "-q"];

#[test]
#[ignore = "needs a machine of its own with quotas; run by cargo xtask vm-test"]
fn ext4_with_quotas_of_its_own() {
    a_limit_lives(&Volume::new(&EXT4_WITH, "usrquota"));
}

#[test]
#[ignore = "needs a machine of its own with quotas; run by cargo xtask vm-test"]
fn ext4_with_quotas_in_files() {
    let volume = Volume::new(&EXT4, "usrjquota=aquota.user,jqfmt=vfsv1");
    done(Command::new("quotacheck").arg("-cum").arg(volume.path()));
    done(Command::new("quotaon").arg("-u").arg(volume.path()));
    a_limit_lives(&volume);
    done(Command::new("quotaoff").arg("-u").arg(volume.path()));
}

#[test]
#[ignore = "needs a machine of its own with quotas; run by cargo xtask vm-test"]
fn xfs() {
    a_limit_lives(&Volume::new(&XFS, "uquota"));
}

#[test]
#[ignore = "needs a machine of its own with quotas; run by cargo xtask vm-test"]
fn what_only_counts_limits_nobody() {
    nobody_is_limited(&Volume::new(&EXT4_WITH, "defaults"), "is on ext4 without quotas: mount it");
    nobody_is_limited(&Volume::new(&XFS, "uqnoenforce"), "is on xfs without quotas: mount it");
}
