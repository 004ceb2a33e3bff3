//! What a check looks for besides what should be there: things of users that are not there, and what acts
//! that a killed process did not finish have left. Nothing is removed.

mod owners;
mod parts;
mod pieces;

use std::{
    fs::{self, DirEntry, Metadata},
    io,
    path::Path,
    time::{Duration, SystemTime},
};

use crate::{Answer, Refusal, Root};

/// How many are told of.
const MOST: usize = 1_000;

/// Says what lies on the machine that should not, a sentence each.
pub(crate) fn find(root: &Root, older_than: u64) -> Result<Answer, Refusal> {
    let layout = &root.layout;
    let age = Age { now: SystemTime::now(), least: Duration::from_secs(older_than) };
    let users = owners::Users::read(layout)?;
    let mut told = users.halves(layout, &age)?;
    told.extend(users.homes(layout)?);
    told.extend(users.files()?);
    told.extend(users.processes()?);
    told.extend(users.mail(layout)?);
    told.extend(pieces::staged(layout, &age)?);
    told.extend(pieces::homes(layout, &age)?);
    told.extend(parts::unknown(layout)?);
    told.extend(parts::sockets(layout)?);
    told.truncate(MOST);
    Ok(Answer::Told(told))
}

/// How old what an act leaves may get while it is at work.
struct Age {
    now: SystemTime,
    least: Duration,
}

impl Age {
    /// Whether something is no act's any more that is at work.
    fn is_over(&self, found: &Metadata) -> bool {
        let age = found
            .modified()
            .and_then(|then| self.now.duration_since(then).map_err(io::Error::other));
        self.least.is_zero() || age.is_ok_and(|age| age >= self.least)
    }
}

/// What a folder of the machine holds; nothing where it is not there.
fn entries(folder: &Path) -> Result<Vec<DirEntry>, Refusal> {
    let fault = |cause: io::Error| Refusal::failed(&folder.display().to_string(), cause);
    match fs::read_dir(folder) {
        Ok(entries) => entries.collect::<io::Result<_>>().map_err(fault),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(cause) => Err(fault(cause)),
    }
}

/// What an entry of a folder is, no link followed; none where it has just gone.
fn found(entry: &DirEntry) -> Option<Metadata> {
    entry.metadata().ok()
}

/// The name of an entry; one that is no text is shown as far as it can be.
fn name(entry: &DirEntry) -> String {
    entry.file_name().to_string_lossy().into_owned()
}
