//! What an earlier process left running: most services hear of their parent's death from the kernel, but
//! one that has changed its user since does not. Who leads a service is noted, so that the next process ends
//! what is left of it before it starts it again.

use std::{
    fs, io,
    path::PathBuf,
    thread,
    time::{Duration, Instant},
};

use rustix::process::{Pid, Signal, kill_process_group, test_kill_process_group};

use super::ending;
use crate::{Layout, Service, limits};

/// How often it is looked whether all have ended.
const EACH: Duration = Duration::from_millis(20);

/// Notes that a service's first process, which leads its group, is that one.
pub(super) fn note(layout: &Layout, service: Service, leader: Pid) -> io::Result<()> {
    let begun = begun(leader).unwrap_or_default();
    fs::write(path(layout, service), format!("{leader} {begun} {}", boot()?))
}

/// Ends what is left of a service that an earlier process started.
pub(super) fn end(layout: &Layout, service: Service) -> io::Result<()> {
    let noted = match fs::read_to_string(path(layout, service)) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(()),
        noted => noted?,
    };
    if let Some(group) = left(&noted)? {
        tracing::warn!(service = service.name(), "what an earlier process left is ended");
        end_group(group, ending(service).0)?;
    }
    Ok(())
}

fn path(layout: &Layout, service: Service) -> PathBuf {
    layout.run.join(format!("{}.leader", service.name()))
}

/// The group of a service that was noted, where it is still there. As long as one process of a group
/// lives, its number is no other process's.
fn left(noted: &str) -> io::Result<Option<Pid>> {
    let mut words = noted.split(' ');
    let leader = words.next().and_then(|word| word.parse().ok()).and_then(Pid::from_raw);
    let (Some(leader), Some(then), Some(boot_then)) = (leader, words.next(), words.next()) else {
        return Ok(None);
    };
    let another = begun(leader).is_some_and(|now| now != then);
    let there = !another && boot()? == boot_then && runs(leader)?;
    Ok(there.then_some(leader))
}

/// Whether a process of a group runs. One that has ended belongs to its group until its parent hears of
/// it, and may have none that listens: in a container whose first process is no such parent.
fn runs(group: Pid) -> io::Result<bool> {
    if test_kill_process_group(group).is_err() {
        return Ok(false);
    }
    for entry in fs::read_dir("/proc")?.flatten() {
        let id = entry.file_name().to_str().and_then(|name| name.parse().ok());
        let Some(id) = id.and_then(Pid::from_raw) else { continue };
        let is_of = |stat: &Stat| stat.group == group.as_raw_nonzero().get();
        if stat(id).filter(is_of).is_some_and(|stat| !stat.ended) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn end_group(group: Pid, signal: Signal) -> io::Result<()> {
    kill_process_group(group, signal)?;
    let asked = Instant::now();
    while runs(group)? {
        if asked.elapsed() > limits::END {
            kill_process_group(group, Signal::KILL)?;
        }
        if asked.elapsed() > limits::END * 2 {
            return Err(io::Error::other("it cannot be ended"));
        }
        thread::sleep(EACH);
    }
    Ok(())
}

/// When a process began, in the kernel's own count.
fn begun(id: Pid) -> Option<String> {
    stat(id).map(|stat| stat.begun)
}

/// What the kernel says of a process.
struct Stat {
    /// Whether it only waits for its parent to hear of its end.
    ended: bool,
    group: i32,
    begun: String,
}

fn stat(id: Pid) -> Option<Stat> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    // The name, in brackets, may hold anything.
    let (_, rest) = stat.rsplit_once(") ")?;
    let fields: Vec<&str> = rest.split(' ').collect();
    Some(Stat {
        ended: fields.first()?.starts_with(['Z', 'X']),
        group: fields.get(2)?.parse().ok()?,
        begun: (*fields.get(19)?).to_owned(),
    })
}

/// This run of the kernel.
fn boot() -> io::Result<String> {
    Ok(fs::read_to_string("/proc/sys/kernel/random/boot_id")?.trim().to_owned())
}
