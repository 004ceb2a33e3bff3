//! Where tests of a real host run: in a name space of mounts and processes that is theirs alone.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{Done, workspace};

/// The folders that services and users write into.
const FOLDERS: &[&str] = &["/etc", "/home", "/run", "/var"];
/// Where the layers above them are: in memory, gone with the name space.
const LAYERS: &str = "/mnt";

/// Covers the folders and runs the tests' programs, one after the other.
pub(super) fn run(programs: &[PathBuf], only: Option<&str>) -> Done {
    mount(&["-t", "tmpfs", "-o", "size=75%,mode=0755", "innkeeper-tests", LAYERS])?;
    for folder in FOLDERS {
        cover(folder)?;
    }
    let mut failed = false;
    for program in programs {
        let mut tests = Command::new(program);
        // One at a time: the services of two would take each other's users and processors.
        tests.args(["--ignored", "--test-threads=1"]).args(only);
        tests.current_dir(workspace::root()).env("INNKEEPER_TEST_LAYERS", LAYERS);
        failed |= !tests.status()?.success();
    }
    if failed { Err("not all tests passed".into()) } else { Ok(()) }
}

/// Puts a layer over a folder that takes every change.
fn cover(folder: &str) -> Done {
    let layer = Path::new(LAYERS).join(folder.trim_start_matches('/'));
    let (upper, work) = (layer.join("upper"), layer.join("work"));
    fs::create_dir_all(&upper)?;
    fs::create_dir_all(&work)?;
    let options =
        format!("lowerdir={folder},upperdir={},workdir={}", upper.display(), work.display());
    mount(&["-t", "overlay", "-o", &options, "innkeeper-tests", folder])
}

fn mount(arguments: &[&str]) -> Done {
    workspace::run(Command::new("mount").args(arguments))
}
