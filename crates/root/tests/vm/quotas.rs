//! Limits of disk space and files on each file system that has them, and what is said of those that have
//! none.

use std::{
    fs,
    os::unix::process::CommandExt as _,
    process::{Command, Output},
};

use root::{Act, Answer, Fault, Gift, HomePath, Measure, Supervision, Trouble, User, Verb};

use crate::{
    process::{Place, Process, program},
    volume::{Volume, done},
};

const UID: u32 = 23_456;
const MIB: usize = 1 << 20;

fn user(name: &str, disk: Option<u32>, inodes: Option<u32>) -> User {
    User {
        name: name.parse().unwrap(),
        formerly: None,
        uid: UID,
        gid: UID,
        shell: "/bin/bash".to_owned(),
        password: "!".to_owned(),
        locked: false,
        expired: false,
        disk,
        inodes,
    }
}

/// A host whose homes are on a volume.
struct Host<'a> {
    volume: &'a Volume,
    process: Process,
    place: Place,
}

impl<'a> Host<'a> {
    fn new(volume: &'a Volume) -> Self {
        let mut place = Place::new(Supervision::Systemd);
        volume.path().clone_into(&mut place.layout.homes);
        let layout = place.folder.path().join("layout.toml");
        fs::write(layout, toml::to_string(&place.layout).unwrap()).unwrap();
        let process = place.start(&[]).unwrap();
        Self { volume, process, place }
    }

    fn call(&self, verb: &Verb) -> Answer {
        self.process.client.call(verb).unwrap()
    }

    fn limits(&self) -> bool {
        matches!(self.call(&Verb::LimitsUsers), Answer::Flag(true))
    }

    fn put(&self, user: User) {
        assert!(matches!(self.call(&Verb::PutUsers(vec![user])), Answer::Done));
    }

    fn used(&self, name: &str) -> Measure {
        match self.call(&Verb::MeasureUser(name.parse().unwrap())) {
            Answer::Within(Ok(Gift::Measured(measure))) => measure,
            _ => panic!("nothing was measured"),
        }
    }

    /// Writes a file of so many MiB by the product's own process in the home.
    fn write(&self, name: &str, file: &str, mib: usize) -> Result<Gift, Fault> {
        let place = HomePath::try_from(file).unwrap();
        let content = vec![7; mib * MIB];
        let act = Act::Write { place, content, replace: true, mode: None };
        match self.call(&Verb::Within { user: name.parse().unwrap(), act }) {
            Answer::Within(gift) => gift,
            _ => panic!("nothing was written"),
        }
    }

    /// Has a program of the user's write a file of so many MiB.
    fn fill(&self, name: &str, file: &str, mib: usize) -> Output {
        let to = format!("of={}", self.volume.path().join(name).join(file).display());
        let count = format!("count={mib}");
        let mut dd = Command::new("dd");
        dd.args(["if=/dev/zero", &to, "bs=1M", &count, "conv=fsync"]);
        dd.env("LC_ALL", "C").uid(UID).gid(UID).output().unwrap()
    }
}

fn is_refused(output: &Output) -> bool {
    String::from_utf8_lossy(&output.stderr).contains("Disk quota exceeded")
}

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

/// A file system that holds nobody to a limit is not said to, and what it takes is measured file by file.
fn nobody_is_limited(volume: &Volume, said: &str) {
    let host = Host::new(volume);
    assert!(!host.limits());
    host.put(user("shop", Some(2), None));
    assert!(host.fill("shop", "first", 6).status.success());
    assert!(host.used("shop").disk >= 6 << 10);
    let mut check = Command::new(program());
    let check =
        check.arg("check").arg("--layout").arg(host.place.folder.path().join("layout.toml"));
    let printed = String::from_utf8(check.output().unwrap().stdout).unwrap();
    let note =
        printed.lines().find(|line| line.starts_with("note: nobody's disk space is limited"));
    assert!(note.unwrap().contains(said), "{printed}");
    assert!(host.process.end().success());
}

const EXT4: [&str; 3] = ["mke2fs", "-qt", "ext4"];
const EXT4_WITH: [&str; 5] = ["mke2fs", "-qt", "ext4", "-O", "quota"];
const XFS: [&str; 2] = ["mkfs.xfs", "-q"];
const BTRFS: [&str; 2] = ["mkfs.btrfs", "-q"];

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

#[test]
#[ignore = "needs a machine of its own with quotas; run by cargo xtask vm-test"]
fn other_file_systems_limit_nobody() {
    let volume = Volume::new(&BTRFS, "defaults");
    done(Command::new("btrfs").args(["quota", "enable"]).arg(volume.path()));
    nobody_is_limited(&volume, "is on btrfs without quotas: limits need ext4 or XFS");
}
