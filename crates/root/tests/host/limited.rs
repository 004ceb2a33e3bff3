//! A host whose homes are on a volume of their own, with limits or without.

use std::{
    fs,
    os::unix::process::CommandExt as _,
    process::{Command, Output},
};

use root::{Act, Answer, Fault, Gift, HomePath, Measure, Supervision, User, Verb};

use crate::{
    process::{Place, Process, program},
    volume::Volume,
};

/// The number of the one user.
pub(crate) const UID: u32 = 23_456;
const MIB: usize = 1 << 20;

/// The one user, by any name.
pub(crate) fn user(name: &str, disk: Option<u32>, inodes: Option<u32>) -> User {
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
pub(crate) struct Host<'a> {
    pub(crate) volume: &'a Volume,
    pub(crate) process: Process,
    place: Place,
}

impl<'a> Host<'a> {
    pub(crate) fn new(volume: &'a Volume) -> Self {
        let mut place = Place::new(Supervision::Systemd);
        volume.path().clone_into(&mut place.layout.homes);
        let layout = place.folder.path().join("layout.toml");
        fs::write(layout, toml::to_string(&place.layout).unwrap()).unwrap();
        let process = place.start(&[]).unwrap();
        Self { volume, process, place }
    }

    /// The same host, whose process was ended and started anew.
    pub(crate) fn again(self) -> Self {
        let Self { volume, process, place } = self;
        assert!(process.end().success());
        let process = place.start(&[]).unwrap();
        Self { volume, process, place }
    }

    pub(crate) fn call(&self, verb: &Verb) -> Answer {
        self.process.client.call(verb).unwrap()
    }

    pub(crate) fn limits(&self) -> bool {
        matches!(self.call(&Verb::LimitsUsers), Answer::Flag(true))
    }

    pub(crate) fn put(&self, user: User) {
        assert!(matches!(self.call(&Verb::PutUsers(vec![user])), Answer::Done));
    }

    pub(crate) fn used(&self, name: &str) -> Measure {
        match self.call(&Verb::MeasureUser(name.parse().unwrap())) {
            Answer::Within(Ok(Gift::Measured(measure))) => measure,
            _ => panic!("nothing was measured"),
        }
    }

    /// Writes a file of so many MiB by the product's own process in the home.
    pub(crate) fn write(&self, name: &str, file: &str, mib: usize) -> Result<Gift, Fault> {
        let place = HomePath::try_from(file).unwrap();
        let content = vec![7; mib * MIB];
        let act = Act::Write { place, content, replace: true, mode: None };
        match self.call(&Verb::Within { user: name.parse().unwrap(), act }) {
            Answer::Within(gift) => gift,
            _ => panic!("nothing was written"),
        }
    }

    /// Has a program of the user's write a file of so many MiB.
    pub(crate) fn fill(&self, name: &str, file: &str, mib: usize) -> Output {
        let to = format!("of={}", self.volume.path().join(name).join(file).display());
        let count = format!("count={mib}");
        let mut dd = Command::new("dd");
        dd.args(["if=/dev/zero", &to, "bs=1M", &count, "conv=fsync"]);
        dd.env("LC_ALL", "C").uid(UID).gid(UID).output().unwrap()
    }

    /// What an operator who asks is told of limits.
    pub(crate) fn note(&self) -> String {
        let mut check = Command::new(program());
        let layout = self.place.folder.path().join("layout.toml");
        let output = check.arg("check").arg("--layout").arg(layout).output().unwrap();
        let printed = String::from_utf8(output.stdout).unwrap();
        let note = printed.lines().find(|line| line.starts_with("note: nobody's "));
        note.unwrap_or_else(|| panic!("{printed}")).to_owned()
    }
}

/// Whether a program was told that it has too much.
pub(crate) fn is_refused(output: &Output) -> bool {
    String::from_utf8_lossy(&output.stderr).contains("Disk quota exceeded")
}

/// A file system that holds nobody to a limit is not said to, and what it takes is measured file by file.
pub(crate) fn nobody_is_limited(volume: &Volume, said: &str) {
    let host = Host::new(volume);
    assert!(!host.limits());
    host.put(user("shop", Some(2), None));
    assert!(host.fill("shop", "first", 6).status.success());
    assert!(host.used("shop").disk >= 6 << 10);
    let note = host.note();
    assert!(note.contains("disk space is limited") && note.contains(said), "{note}");
    assert!(host.process.end().success());
}
