//! A small file system in a file, mounted as the folder of homes.

use std::{fs::File, path::Path, process::Command};

use tempfile::TempDir;

/// A mounted file system, gone when it is dropped.
pub(crate) struct Volume {
    folder: TempDir,
    mounted: TempDir,
}

/// How many bytes it has; the smallest that XFS is made on.
const SIZE: u64 = 320 << 20;

impl Volume {
    /// Makes one by that program and its arguments, and mounts it with those options.
    pub(crate) fn new(make: &[&str], options: &str) -> Self {
        let volume =
            Self { folder: tempfile::tempdir().unwrap(), mounted: tempfile::tempdir().unwrap() };
        let file = volume.folder.path().join("volume");
        File::create(&file).unwrap().set_len(SIZE).unwrap();
        done(Command::new(make[0]).args(&make[1..]).arg(&file));
        let options = format!("loop,{options}");
        done(Command::new("mount").args(["-o", &options]).arg(&file).arg(volume.path()));
        volume
    }

    /// The folder of homes on it.
    pub(crate) fn path(&self) -> &Path {
        self.mounted.path()
    }
}

impl Drop for Volume {
    fn drop(&mut self) {
        drop(Command::new("umount").arg("--lazy").arg(self.path()).status());
    }
}

/// Runs a program that must end well.
pub(crate) fn done(command: &mut Command) {
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{command:?}: {said}");
}
