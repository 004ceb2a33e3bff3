//! Where tests of a real host run: in a name space of mounts and processes that is theirs alone.

use std::{
    fs,
    io::{BufRead as _, BufReader, Write as _, stdout},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use rustix::process::{Pid, Signal, getpid, kill_process};

use crate::{Done, workspace};

/// The folders that services and users write into.
const FOLDERS: &[&str] = &["/etc", "/home", "/run", "/tmp", "/var"];
/// Where the layers above them are: in memory, gone with the name space.
const LAYERS: &str = "/mnt";

/// Covers the folders and runs the tests' programs, one after the other.
pub(super) fn run(programs: &[PathBuf], only: Option<&str>) -> Done {
    cover_all()?;
    let mut failed = false;
    for program in programs {
        failed |= !passes(program, only)?;
    }
    if failed { Err("not all tests passed".into()) } else { Ok(()) }
}

/// Puts a layer over each of the folders, and lets the network lead back here.
pub(crate) fn cover_all() -> Done {
    workspace::run(Command::new("ip").args(["link", "set", "lo", "up"]))?;
    mount(&["-t", "tmpfs", "-o", "size=75%,mode=0755", "innkeeper-tests", LAYERS])?;
    mount(&["-t", "tmpfs", "-o", "mode=1777", "innkeeper-tests", "/dev/shm"])?;
    FOLDERS.iter().try_for_each(|folder| cover(folder))
}

/// Runs the tests of a program. Those that fail are run once more, and that counts: a busy machine can
/// make a service miss its time, and both tries are shown.
fn passes(program: &Path, only: Option<&str>) -> Result<bool, Box<dyn std::error::Error>> {
    let mut first = tests(program);
    let mut child = first.args(only).stdout(Stdio::piped()).spawn()?;
    let said = child.stdout.take().ok_or("the tests have no output")?;
    let (mut failures, mut out) = (Vec::new(), stdout().lock());
    let mut lines = BufReader::new(said).split(b'\n');
    for line in lines.by_ref() {
        let line = String::from_utf8_lossy(&line?).into_owned();
        // What is tried again is not counted yet.
        let counted = match line
            .strip_prefix("test result: FAILED. ")
            .map(|rest| rest.split_once(" failed;"))
        {
            Some(Some((passed, rest))) if !failures.is_empty() => {
                let passed = passed.rsplit_once("; ").map_or(passed, |(passed, _)| passed);
                format!("test result: ok. {passed}; 0 failed;{rest}")
            }
            _ => line.clone(),
        };
        if let Some(name) = line.strip_prefix("    ").filter(|name| name.contains("::")) {
            failures.push(name.trim().to_owned());
        }
        if !line.ends_with(" ... FAILED") {
            writeln!(out, "{counted}")?;
        }
        // What a test that failed has left running may hold the output open.
        if line.starts_with("test result: ") {
            break;
        }
    }
    if child.wait()?.success() {
        return Ok(true);
    }
    drop(lines);
    end_others()?;
    failures.sort();
    failures.dedup();
    writeln!(out, "tried once more: {}", failures.join(" "))?;
    out.flush()?;
    let mut second = tests(program);
    Ok(!failures.is_empty() && second.arg("--exact").args(failures).status()?.success())
}

/// Ends all processes in this name space but its first one and this.
fn end_others() -> Done {
    let own = [Pid::INIT, getpid()];
    for entry in fs::read_dir("/proc")? {
        let number = entry?.file_name().to_str().and_then(|name| name.parse().ok());
        let Some(process) = number.and_then(Pid::from_raw) else { continue };
        if !own.contains(&process) {
            // It may have ended by now.
            kill_process(process, Signal::KILL).unwrap_or_default();
        }
    }
    Ok(())
}

/// The tests of a program: one at a time, as the services of two would take each other's users.
fn tests(program: &Path) -> Command {
    let mut tests = Command::new(program);
    tests.args(["--ignored", "--test-threads=1"]);
    tests.current_dir(workspace::root()).env("INNKEEPER_TEST_LAYERS", LAYERS);
    tests
}

/// Puts a layer over a folder that takes every change. The folder is then as the layer is: `/tmp` everybody's.
fn cover(folder: &str) -> Done {
    let layer = Path::new(LAYERS).join(folder.trim_start_matches('/'));
    let (upper, work) = (layer.join("upper"), layer.join("work"));
    fs::create_dir_all(&upper)?;
    fs::create_dir_all(&work)?;
    fs::set_permissions(&upper, fs::metadata(folder)?.permissions())?;
    let options =
        format!("lowerdir={folder},upperdir={},workdir={}", upper.display(), work.display());
    mount(&["-t", "overlay", "-o", &options, "innkeeper-tests", folder])
}

fn mount(arguments: &[&str]) -> Done {
    workspace::run(Command::new("mount").args(arguments))
}
