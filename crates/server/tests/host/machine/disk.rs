//! A small disk of its own below a folder: in memory, or a btrfs in a file.

use std::{
    fs::{self, File},
    io::Write as _,
    path::{Path, PathBuf},
    process::Command,
};

/// How many bytes a btrfs has; it is made on none that is much smaller.
const BTRFS: u64 = 320 << 20;

/// It; gone when it is dropped.
pub(crate) struct Disk(PathBuf);

impl Disk {
    /// A disk at a folder that is made where it is not there, and whose content moves onto it.
    pub(crate) fn mount(folder: &Path, options: &str) -> Self {
        fs::create_dir_all(folder).unwrap();
        let aside = tempfile::tempdir().unwrap();
        copy(folder, aside.path());
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", options, "innkeeper-disk"]).arg(folder);
        assert!(mount.status().unwrap().success());
        copy(aside.path(), folder);
        Self(folder.to_owned())
    }

    /// An empty btrfs with quotas at a folder that is made where it is not there.
    pub(crate) fn btrfs(folder: &Path) -> Self {
        fs::create_dir_all(folder).unwrap();
        // What is mounted keeps it when it has no name any more.
        let file = tempfile::NamedTempFile::new().unwrap();
        file.as_file().set_len(BTRFS).unwrap();
        done(Command::new("mkfs.btrfs").arg("-q").arg(file.path()));
        done(Command::new("mount").args(["-o", "loop"]).arg(file.path()).arg(folder));
        for words in [&["quota", "enable"][..], &["quota", "rescan", "-w"]] {
            done(Command::new("btrfs").args(words).arg(folder));
        }
        Self(folder.to_owned())
    }

    /// The subvolumes of a btrfs, a line each.
    pub(crate) fn subvolumes(&self) -> String {
        done(Command::new("btrfs").args(["subvolume", "list"]).arg(&self.0))
    }

    /// Fills it to the last byte.
    pub(crate) fn fill(&self) {
        let mut filler = File::create(self.filler()).unwrap();
        for size in [64 << 10, 4 << 10, 1] {
            while filler.write_all(&vec![0; size]).is_ok() {}
        }
    }

    /// Makes room again.
    pub(crate) fn free(&self) {
        fs::remove_file(self.filler()).unwrap();
    }

    /// Has nothing be written on it, or again everything.
    pub(crate) fn read_only(&self, read_only: bool) {
        let how = if read_only { "remount,ro" } else { "remount,rw" };
        assert!(Command::new("mount").args(["-o", how]).arg(&self.0).status().unwrap().success());
    }

    fn filler(&self) -> PathBuf {
        self.0.join(".filler")
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        drop(Command::new("umount").arg("--lazy").arg(&self.0).status());
    }
}

/// Runs a program that must end well; gives what it prints.
fn done(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{command:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn copy(from: &Path, to: &Path) {
    let from = from.join(".");
    assert!(Command::new("cp").arg("-a").args([&from, to]).status().unwrap().success());
}
