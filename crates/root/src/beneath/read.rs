//! What lies in a home, and what files hold.

use std::{fs::File, io::Read as _};

use rustix::{
    fs::{AtFlags, Dir, FileType, OFlags, Stat},
    io::Errno,
};

use super::{Home, PARTIAL, errno, is};
use crate::{Facts, Gift, HomePath, Trouble};

/// The most that one folder may hold to be listed.
const MOST_ENTRIES: usize = 50_000;

impl Home {
    pub(super) fn find(&self, place: &HomePath) -> rustix::io::Result<Option<Facts>> {
        match self.stat(place) {
            Ok(stat) => Ok(Some(facts(place.name().to_owned(), &stat))),
            Err(Errno::NOENT | Errno::NOTDIR) => Ok(None),
            Err(errno) => Err(errno),
        }
    }

    pub(super) fn list(&self, place: &HomePath) -> Result<Gift, Trouble> {
        let folder = self.folder(place)?;
        let mut found = Vec::new();
        for entry in Dir::read_from(&folder)? {
            let entry = entry?;
            let name = entry.file_name();
            // Gone since it was listed, or not theirs to see.
            let Ok(stat) = rustix::fs::statat(&folder, name, AtFlags::SYMLINK_NOFOLLOW) else {
                continue;
            };
            let name = name.to_string_lossy().into_owned();
            if name != "." && name != ".." && !name.starts_with(PARTIAL) {
                found.push(facts(name, &stat));
            }
            if found.len() > MOST_ENTRIES {
                return Err(Trouble::TooMany(MOST_ENTRIES));
            }
        }
        found.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(Gift::Listed(found))
    }

    pub(super) fn read(&self, place: &HomePath, most: u64) -> Result<Gift, Trouble> {
        // A pipe without a writer would hold us otherwise.
        let file = self.open(place, OFlags::RDONLY | OFlags::NONBLOCK)?;
        if !is(&rustix::fs::fstat(&file)?, FileType::RegularFile) {
            return Err(Trouble::NoFile);
        }
        let mut content = Vec::new();
        let read = File::from(file).take(most.saturating_add(1)).read_to_end(&mut content);
        let length = u64::try_from(read.map_err(|cause| errno(&cause))?).unwrap_or(u64::MAX);
        if length > most { Err(Trouble::TooLarge(most)) } else { Ok(Gift::Content(content)) }
    }

    pub(super) fn has_file(&self, place: &HomePath) -> rustix::io::Result<bool> {
        match self.open(place, OFlags::PATH) {
            Ok(file) => Ok(is(&rustix::fs::fstat(&file)?, FileType::RegularFile)),
            Err(_) => Ok(false),
        }
    }
}

fn facts(name: String, stat: &Stat) -> Facts {
    Facts {
        name,
        size: u64::try_from(stat.st_size).unwrap_or_default(),
        mode: stat.st_mode,
        changed: stat.st_ctime,
        modified: stat.st_mtime,
    }
}
