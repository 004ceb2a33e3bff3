//! What users leave outside of their homes, where anybody may leave something: files, timetables, mail.
//! An id may be another's later, so nothing of it may stay.

use std::{
    ffi::{CString, OsStr},
    os::{
        fd::{AsFd, OwnedFd},
        unix::ffi::OsStrExt as _,
    },
    path::{Path, PathBuf},
};

use rustix::{
    fs::{AtFlags, CWD, Dir, FileType, Mode, Stat},
    io::Errno,
    path::Arg,
};

use super::fault;
use crate::{
    Refusal, Uids,
    beneath::{clear, folder_flags, is},
};

/// The folders.
const PLACES: [&str; 8] = [
    "/tmp",
    "/var/tmp",
    "/dev/shm",
    "/var/spool/cron/crontabs",
    "/var/spool/cron/atjobs",
    "/var/spool/cron/atspool",
    "/var/mail",
    "/var/lib/php/sessions",
];

/// How deep it is looked.
const DEPTH: u32 = 24;
/// How many entries are looked at: somebody may have made very many.
const MOST: u32 = 1_000_000;

/// Removes what belongs to a user whose processes have ended. What resists stays, and a check tells of it.
pub(super) fn discard(uid: u32) {
    for place in PLACES.map(Path::new) {
        let Ok(Some(folder)) = open(CWD, place) else { continue };
        if let Err(cause) = discard_in(&folder, uid) {
            tracing::warn!(%cause, uid, place = %place.display(), "something of a removed user stays");
        }
    }
}

/// What lies there of itself; what lies in somebody else's folders is left to them.
fn discard_in(folder: &OwnedFd, uid: u32) -> rustix::io::Result<()> {
    for name in names(folder)? {
        let Some(stat) = stat(folder, &name)?.filter(|stat| stat.st_uid == uid) else { continue };
        if !is(&stat, FileType::Directory) {
            match rustix::fs::unlinkat(folder, &name, AtFlags::empty()) {
                Ok(()) | Err(Errno::NOENT) => continue,
                Err(errno) => return Err(errno),
            }
        }
        // What is opened now may have been swapped since by who else may write here.
        let inner = rustix::fs::openat(folder, &name, folder_flags(), Mode::empty())?;
        if rustix::fs::fstat(&inner)?.st_uid == uid {
            clear(&inner)?;
            rustix::fs::unlinkat(folder, &name, AtFlags::REMOVEDIR)?;
        }
    }
    Ok(())
}

/// What lies there of ids that are such: its place, and whose it is.
pub(crate) fn belonging(
    uids: Uids,
    such: impl Fn(u32) -> bool,
) -> Result<Vec<(PathBuf, u32)>, Refusal> {
    let mut search = Search { uids, such, left: MOST, found: Vec::new() };
    for place in PLACES.map(Path::new) {
        if let Some(folder) = open(CWD, place).map_err(fault)? {
            search.walk(&folder, place, DEPTH).map_err(fault)?;
        }
    }
    Ok(search.found)
}

struct Search<F> {
    uids: Uids,
    such: F,
    left: u32,
    found: Vec<(PathBuf, u32)>,
}

impl<F: Fn(u32) -> bool> Search<F> {
    /// Looks through a folder, and through those in it into which users of accounts could have put
    /// something.
    fn walk(&mut self, folder: &OwnedFd, path: &Path, depth: u32) -> rustix::io::Result<()> {
        for name in names(folder)? {
            if self.left == 0 {
                return Ok(());
            }
            self.left -= 1;
            let Some(stat) = stat(folder, &name)? else { continue };
            let place = path.join(OsStr::from_bytes(name.as_bytes()));
            // What lies in a folder that is told of is meant too.
            if (self.such)(stat.st_uid) {
                self.found.push((place, stat.st_uid));
            } else if depth > 0 && is(&stat, FileType::Directory) && self.is_open_to_users(&stat) {
                match open(folder, &name) {
                    Ok(Some(inner)) => self.walk(&inner, &place, depth - 1)?,
                    // It has gone, or none may look into it.
                    Ok(None) | Err(Errno::ACCESS) => {}
                    Err(errno) => return Err(errno),
                }
            }
        }
        Ok(())
    }

    fn is_open_to_users(&self, stat: &Stat) -> bool {
        let ours = [stat.st_uid, stat.st_gid].into_iter().any(|id| self.uids.contain(id));
        stat.st_mode & 0o002 != 0 || ours
    }
}

/// Opens a folder; none where no folder is.
fn open(parent: impl AsFd, name: impl Arg) -> rustix::io::Result<Option<OwnedFd>> {
    match rustix::fs::openat(parent, name, folder_flags(), Mode::empty()) {
        Ok(folder) => Ok(Some(folder)),
        Err(Errno::NOENT | Errno::NOTDIR | Errno::LOOP) => Ok(None),
        Err(errno) => Err(errno),
    }
}

fn stat(folder: &OwnedFd, name: &CString) -> rustix::io::Result<Option<Stat>> {
    match rustix::fs::statat(folder, name, AtFlags::SYMLINK_NOFOLLOW) {
        Ok(stat) => Ok(Some(stat)),
        Err(Errno::NOENT) => Ok(None),
        Err(errno) => Err(errno),
    }
}

fn names(folder: &OwnedFd) -> rustix::io::Result<Vec<CString>> {
    let mut names = Vec::new();
    for entry in Dir::read_from(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        if name != c"." && name != c".." {
            names.push(name.to_owned());
        }
    }
    Ok(names)
}
