//! The same program in the machine: it runs the tests that are for its work, and says how they ended.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::{
    Work,
    load::{PACKAGE, PLACE, TESTS},
    machine::{ENDED, ON_BTRFS},
};
use crate::{Done, workspace};

/// Where a machine that was started anew finds that it was.
const STARTED: &str = "/var/lib/innkeeper-test";

/// Does the work; what is said goes where the unit has it, the status last.
pub(super) fn work(work: Work) -> Done {
    let done = match work {
        Work::Quotas => tests("quotas::").and_then(|()| tests("btrfs::")),
        Work::Host if !Path::new(STARTED).exists() => match first_start() {
            // The end is for the next start to say.
            Ok(()) => return Ok(()),
            failed => failed,
        },
        Work::Host => tests("reboot::"),
    };
    let status = match done {
        Ok(()) => "well".to_owned(),
        Err(problem) => problem.to_string().replace('\n', " "),
    };
    Ok(std::io::Write::write_all(&mut std::io::stdout(), format!("{ENDED}{status}\n").as_bytes())?)
}

/// Installs and uses the product, and starts the machine anew.
fn first_start() -> Done {
    homes()?;
    tests("install::")?;
    fs::create_dir(STARTED)?;
    workspace::run(Command::new("systemctl").arg("reboot"))
}

/// The homes on a drive of their own, with limits, as an operator would have them.
fn homes() -> Done {
    const DEVICE: &str = "/dev/disk/by-id/virtio-homes";
    let asked = fs::read_to_string("/proc/cmdline")?;
    let is_btrfs = asked.split_whitespace().any(|word| word == ON_BTRFS);
    let (make, entry) = if is_btrfs {
        (&["mkfs.btrfs", "-q"][..], "btrfs defaults 0 0")
    } else {
        (&["mke2fs", "-q", "-t", "ext4", "-O", "quota"][..], "ext4 usrquota 0 2")
    };
    run(&[make, &[DEVICE]].concat())?;
    let table = fs::read_to_string("/etc/fstab")?;
    fs::write("/etc/fstab", format!("{table}{DEVICE} /home {entry}\n"))?;
    run(&["systemctl", "daemon-reload"])?;
    run(&["mount", "/home"])?;
    if is_btrfs { run(&["btrfs", "quota", "enable", "/home"]) } else { Ok(()) }
}

fn run(words: &[&str]) -> Done {
    let (program, words) = words.split_first().ok_or("no program is named")?;
    workspace::run(Command::new(program).args(words))
}

/// Runs the tests whose names begin so.
fn tests(prefix: &str) -> Done {
    for program in programs()? {
        let mut tests = Command::new(program);
        tests.args(["--ignored", "--test-threads=1", "--nocapture", prefix]);
        tests.env("INNKEEPER_TEST_PACKAGE", Path::new(PLACE).join(PACKAGE));
        if !tests.status()?.success() {
            return Err("with tests that failed".into());
        }
    }
    Ok(())
}

fn programs() -> std::io::Result<Vec<PathBuf>> {
    fs::read_dir(Path::new(PLACE).join(TESTS))?.map(|entry| Ok(entry?.path())).collect()
}
