//! The processors' time that all processes but this one have taken.

use std::{fs, process};

use crate::Result;

/// How many of the kernel's ticks are a second, on every Linux of today.
const TICKS: f64 = 100.0;

/// That of all processes there are and have been, in milliseconds: those that ended are counted by whoever
/// waited for them. It is precise to a tick a process that lives.
pub(crate) fn others() -> Result<f64> {
    let mut ticks = 0;
    for entry in fs::read_dir("/proc")?.flatten() {
        let name = entry.file_name();
        let Some(id) = name.to_str().and_then(|name| name.parse::<u32>().ok()) else { continue };
        let Ok(stat) = fs::read_to_string(entry.path().join("stat")) else { continue };
        let [own, children] = times(&stat).ok_or("a process says nothing of its time")?;
        ticks += if id == process::id() { 0 } else { own + children };
    }
    milliseconds(ticks)
}

/// That of the processes that this one has started and waited for, in milliseconds.
pub(crate) fn children() -> Result<f64> {
    let [_, children] = times(&fs::read_to_string("/proc/self/stat")?).ok_or("no time")?;
    milliseconds(children)
}

fn milliseconds(ticks: u64) -> Result<f64> {
    Ok(f64::from(u32::try_from(ticks)?) * 1e3 / TICKS)
}

/// A process's own time, and that of those it waited for.
fn times(stat: &str) -> Option<[u64; 2]> {
    // The name, in brackets, may hold anything.
    let (_, rest) = stat.rsplit_once(") ")?;
    let fields = rest.split(' ').skip(11).take(4).map(|field| field.parse().ok());
    let [user, system, of_users, of_systems] =
        fields.collect::<Option<Vec<u64>>>()?.try_into().ok()?;
    Some([user + system, of_users + of_systems])
}
