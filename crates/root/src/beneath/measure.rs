//! Counting what a folder holds.

use std::{
    collections::HashSet,
    os::fd::{AsFd, OwnedFd},
    path::{Path, PathBuf},
};

use rustix::fs::{AtFlags, FileType, Stat};

use super::{Home, entries, folder_flags, is, open_beneath};
use crate::{HomePath, Measure};

impl Home {
    pub(super) fn measure(&self, place: &HomePath) -> rustix::io::Result<Measure> {
        let stat = self.stat(place)?;
        if is(&stat, FileType::Directory) {
            return folder(self.folder(place)?);
        }
        let disk = u64::try_from(stat.st_size).unwrap_or_default().div_ceil(1024);
        Ok(Measure { disk, inodes: 1 })
    }
}

/// Measures a folder with all that is in it; a file with several names counts once.
pub(super) fn folder(folder: OwnedFd) -> rustix::io::Result<Measure> {
    let mut tally = Tally::default();
    tally.add(&rustix::fs::fstat(&folder)?);
    let mut pending = vec![PathBuf::from(".")];
    while let Some(path) = pending.pop() {
        // Gone, closed to us, or swapped for something else since it was listed.
        let Ok(inner) = open_beneath(&folder, &path, folder_flags()) else { continue };
        tally.add_folder(&inner, &path, &mut pending)?;
    }
    Ok(tally.measure)
}

/// What was counted so far.
#[derive(Default)]
struct Tally {
    measure: Measure,
    linked: HashSet<(u64, u64)>,
}

impl Tally {
    fn add(&mut self, stat: &Stat) {
        let again = stat.st_nlink > 1
            && !is(stat, FileType::Directory)
            && !self.linked.insert((stat.st_dev, stat.st_ino));
        if !again {
            self.measure.disk += u64::try_from(stat.st_blocks).unwrap_or_default() / 2;
            self.measure.inodes += 1;
        }
    }

    fn add_folder(
        &mut self,
        folder: impl AsFd,
        path: &Path,
        pending: &mut Vec<PathBuf>,
    ) -> rustix::io::Result<()> {
        entries(&folder, &mut |name| {
            let Ok(stat) = rustix::fs::statat(&folder, name, AtFlags::SYMLINK_NOFOLLOW) else {
                return;
            };
            self.add(&stat);
            if is(&stat, FileType::Directory) {
                pending.push(path.join(name));
            }
        })
    }
}
