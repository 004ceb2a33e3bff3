//! The sign by which a service shows that it has read its configuration anew and is at work with it: it
//! writes its process id again.

use std::{
    fs, io,
    os::unix::fs::MetadataExt as _,
    path::PathBuf,
    time::{Duration, Instant},
};

/// A file that is written anew at each reload, as it was before one.
pub(crate) struct Mark {
    path: PathBuf,
    before: Option<Stamp>,
}

/// Which file it is, and since when.
type Stamp = (u64, i64, i64);

impl Mark {
    /// The file as it is now.
    pub(crate) fn of(path: PathBuf) -> Self {
        let before = stamp(&path).ok();
        Self { path, before }
    }

    /// Whether the file is there: a program that is none of the service's writes none.
    pub(crate) fn is_there(&self) -> bool {
        self.before.is_some()
    }

    /// Whether it was written since.
    pub(crate) fn is_new(&self) -> bool {
        stamp(&self.path).is_ok_and(|now| Some(now) != self.before)
    }

    /// Waits until it was written; false where that time is over.
    pub(crate) fn comes_within(&self, limit: Duration) -> bool {
        let begun = Instant::now();
        while !self.is_new() {
            if begun.elapsed() > limit {
                return false;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        true
    }
}

fn stamp(path: &PathBuf) -> io::Result<Stamp> {
    let facts = fs::metadata(path)?;
    Ok((facts.ino(), facts.ctime(), facts.ctime_nsec()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_written_again_is_new() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("pid");
        let none = Mark::of(path.clone());
        assert!(!none.comes_within(Duration::ZERO));
        fs::write(&path, "1").unwrap();
        assert!(none.comes_within(Duration::ZERO));
        let first = Mark::of(path.clone());
        assert!(!first.is_new());
        std::thread::sleep(Duration::from_millis(20));
        fs::write(&path, "1").unwrap();
        assert!(first.is_new());
    }
}
