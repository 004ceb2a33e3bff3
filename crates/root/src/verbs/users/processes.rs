//! The processes of a user that goes: its id may be another's later, so none may live on.

use std::{fs, io, path::Path};

use rustix::{
    event::{PollFd, PollFlags, Timespec},
    io::Errno,
    process::{Pid, PidfdFlags, Signal},
};

/// How often the list is gone over: a process may start others meanwhile.
const ROUNDS: usize = 10;

/// How long the end of one is waited for.
const PATIENCE: Timespec = Timespec { tv_sec: 1, tv_nsec: 0 };

/// Kills all processes of a user.
pub(super) fn end(uid: u32) -> io::Result<()> {
    for _ in 0..ROUNDS {
        let found = of(uid)?;
        if found.is_empty() {
            return Ok(());
        }
        for pid in found {
            kill(pid, uid)?;
        }
    }
    Ok(())
}

fn of(uid: u32) -> io::Result<Vec<Pid>> {
    let all = owners()?.into_iter().filter(|(_, owner)| *owner == uid);
    Ok(all.map(|(pid, _)| pid).collect())
}

/// The processes that run, each with its user.
pub(crate) fn owners() -> io::Result<Vec<(Pid, u32)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir("/proc")?.flatten() {
        let number = entry.file_name().to_str().and_then(|name| name.parse::<i32>().ok());
        let Some(pid) = number.and_then(Pid::from_raw) else { continue };
        if let Some(uid) = owner(pid).filter(|_| !ended(pid)) {
            found.push((pid, uid));
        }
    }
    Ok(found)
}

/// Kills a process, held by a descriptor so that its number cannot become another's in between.
fn kill(pid: Pid, uid: u32) -> io::Result<()> {
    let held = match rustix::process::pidfd_open(pid, PidfdFlags::empty()) {
        Ok(held) => held,
        Err(Errno::SRCH) => return Ok(()),
        Err(errno) => return Err(errno.into()),
    };
    if owner(pid) != Some(uid) {
        return Ok(());
    }
    match rustix::process::pidfd_send_signal(&held, Signal::KILL) {
        Ok(()) => {}
        Err(Errno::SRCH) => return Ok(()),
        Err(errno) => return Err(errno.into()),
    }
    // It can be read once the process has ended.
    let mut ends = [PollFd::new(&held, PollFlags::IN)];
    match rustix::event::poll(&mut ends, Some(&PATIENCE)) {
        Ok(_) | Err(Errno::INTR) => Ok(()),
        Err(errno) => Err(errno.into()),
    }
}

/// The real user of a process. The folder in `/proc` is root's of one that cannot be traced.
fn owner(pid: Pid) -> Option<u32> {
    let status = read(pid, "status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("Uid:"))?;
    line.split_whitespace().next()?.parse().ok()
}

/// Whether it only waits for its parent to hear of its end.
fn ended(pid: Pid) -> bool {
    let state = read(pid, "stat");
    let state = state.as_deref().and_then(|text| text.rsplit_once(") "));
    state.is_none_or(|(_, rest)| rest.starts_with(['Z', 'X']))
}

fn read(pid: Pid, file: &str) -> Option<String> {
    fs::read_to_string(Path::new("/proc").join(pid.as_raw_nonzero().to_string()).join(file)).ok()
}
