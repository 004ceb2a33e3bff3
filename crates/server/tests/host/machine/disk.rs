//! A small disk of its own below a folder, in memory.

use std::{
    fs::{self, File},
    io::Write as _,
    path::{Path, PathBuf},
    process::Command,
};

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

fn copy(from: &Path, to: &Path) {
    let from = from.join(".");
    assert!(Command::new("cp").arg("-a").args([&from, to]).status().unwrap().success());
}
