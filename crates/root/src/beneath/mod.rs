//! Work on files beneath an open folder whose owner is not to be trusted. Every path is opened by the
//! kernel itself beneath the folder: a link may lead elsewhere in it, and never out of it.

mod copy;
mod discard;
mod measure;
mod read;
mod stream;
#[cfg(test)]
mod tests;
mod write;

use std::{
    ffi::OsStr,
    io,
    os::{
        fd::{AsFd, AsRawFd as _, OwnedFd},
        unix::ffi::OsStrExt as _,
    },
    path::Path,
    process,
    sync::atomic::{AtomicU64, Ordering},
};

use rustix::{
    fs::{AtFlags, Dir, FileType, Mode, OFlags, RenameFlags, ResolveFlags, Stat},
    io::Errno,
};

pub(crate) use self::{
    copy::copy_file,
    discard::clear,
    write::{sync, write_new},
};
use crate::{Act, Fault, Gift, HomePath, Measure, Trouble};

/// What begins the names of files that are not whole yet, and of those that are being removed.
pub const PARTIAL: &str = ".innkeeper-partial-";

/// An open home, in which acts are done with the rights of this process.
pub struct Home(OwnedFd);

impl Home {
    /// A home that is open already, as a path or to read.
    pub fn new(folder: OwnedFd) -> Self {
        Self(folder)
    }

    /// Does one act.
    pub fn act(&self, act: &Act) -> Result<Gift, Fault> {
        let place = match act {
            Act::Rename { from, to } => return two(from, to, self.rename(from, to)),
            Act::Copy { from, to } => return two(from, to, self.copy(from, to)),
            Act::Find(place)
            | Act::List(place)
            | Act::Read { place, .. }
            | Act::Write { place, .. }
            | Act::MakeFolder(place)
            | Act::Remove(place)
            | Act::SetMode { place, .. }
            | Act::Measure(place)
            | Act::HasFile(place)
            | Act::HasFolder(place)
            | Act::Export(place)
            | Act::Import(place) => place,
        };
        let fault = |trouble| Fault { place: place.clone(), trouble };
        match act {
            Act::List(_) => return self.list(place).map_err(fault),
            Act::Read { most, .. } => return self.read(place, *most).map_err(fault),
            _ => {}
        }
        self.one(act, place).map_err(|errno| fault(Trouble::from(errno)))
    }

    fn one(&self, act: &Act, place: &HomePath) -> rustix::io::Result<Gift> {
        match act {
            Act::Find(_) => return self.find(place).map(Gift::Found),
            Act::Measure(_) => return self.measure(place).map(Gift::Measured),
            Act::HasFile(_) => return self.has_file(place).map(Gift::Flag),
            Act::HasFolder(_) => {
                let found = open_beneath(&self.0, place.path(), folder_flags());
                return Ok(Gift::Flag(found.is_ok()));
            }
            Act::Write { content, replace, mode, .. } => {
                self.write(place, content, *replace, *mode)?;
            }
            Act::MakeFolder(_) => self.make_folder(place)?,
            Act::Remove(_) => self.remove(place)?,
            Act::SetMode { mode, .. } => self.set_mode(place, *mode)?,
            // Those that speak to another process are done by [`Home::export`] and [`Home::import`],
            // the others by [`Home::act`].
            _ => return Err(Errno::NOSYS),
        }
        Ok(Gift::Done)
    }

    fn rename(&self, from: &HomePath, to: &HomePath) -> rustix::io::Result<()> {
        let (source, target) = (self.folder(&from.parent())?, self.folder(&to.parent())?);
        let as_new = RenameFlags::NOREPLACE;
        rustix::fs::renameat_with(&source, named(from)?, &target, named(to)?, as_new)?;
        // First where it is: it may be twice there for an instant, and never nowhere.
        rustix::fs::fsync(target)?;
        rustix::fs::fsync(source)
    }

    fn remove(&self, place: &HomePath) -> rustix::io::Result<()> {
        let folder = self.folder(&place.parent())?;
        discard::discard(&self.0, &folder, named(place)?)
    }

    fn set_mode(&self, place: &HomePath, mode: u32) -> rustix::io::Result<()> {
        let file = self.open(place, OFlags::PATH)?;
        // What is only pointed at cannot be changed but by way of its number.
        let number = format!("/proc/self/fd/{}", file.as_raw_fd());
        rustix::fs::chmod(number, Mode::from_raw_mode(mode & 0o777))
    }

    /// Opens what lies at a place, by way of links that stay in the home.
    fn open(&self, place: &HomePath, flags: OFlags) -> rustix::io::Result<OwnedFd> {
        let within = ResolveFlags::BENEATH | ResolveFlags::NO_MAGICLINKS;
        rustix::fs::openat2(&self.0, place.path(), flags | OFlags::CLOEXEC, Mode::empty(), within)
    }

    /// Opens a folder.
    fn folder(&self, place: &HomePath) -> rustix::io::Result<OwnedFd> {
        self.open(place, OFlags::RDONLY | OFlags::DIRECTORY)
    }

    /// What lies at a place; a link at its end is not followed.
    fn stat(&self, place: &HomePath) -> rustix::io::Result<Stat> {
        if place.is_home() {
            return rustix::fs::fstat(&self.0);
        }
        let folder = self.folder(&place.parent())?;
        rustix::fs::statat(folder, place.name(), AtFlags::SYMLINK_NOFOLLOW)
    }
}

/// What came of an act on two places.
fn two(from: &HomePath, to: &HomePath, done: rustix::io::Result<()>) -> Result<Gift, Fault> {
    done.map(|()| Gift::Done).map_err(|errno| {
        let place = if errno == Errno::EXIST { to } else { from };
        Fault { place: place.clone(), trouble: errno.into() }
    })
}

impl HomePath {
    /// It as a path that is relative to the home.
    fn path(&self) -> &Path {
        Path::new(if self.is_home() { "." } else { self.as_str() })
    }
}

impl From<Errno> for Trouble {
    fn from(errno: Errno) -> Self {
        match errno {
            Errno::NOENT => Self::Missing,
            Errno::EXIST | Errno::NOTEMPTY => Self::Exists,
            Errno::NOTDIR => Self::NoFolder,
            Errno::ISDIR => Self::NoFile,
            Errno::LOOP | Errno::XDEV => Self::Outside,
            Errno::ACCESS | Errno::PERM => Self::Closed,
            Errno::BUSY => Self::Home,
            Errno::INVAL => Self::IntoItself,
            Errno::NAMETOOLONG => Self::TooLong,
            Errno::NOSPC => Self::Full,
            Errno::DQUOT => Self::Quota,
            other => Self::Other(other.raw_os_error()),
        }
    }
}

/// Opens what lies at `path` below a folder, if no link is on the way.
pub fn open_beneath(folder: impl AsFd, path: &Path, flags: OFlags) -> rustix::io::Result<OwnedFd> {
    let within = ResolveFlags::BENEATH | ResolveFlags::NO_SYMLINKS | ResolveFlags::NO_MAGICLINKS;
    rustix::fs::openat2(folder, path, flags | OFlags::CLOEXEC, Mode::empty(), within)
}

/// How a folder is opened that must be none by way of a link.
pub fn folder_flags() -> OFlags {
    OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC
}

/// Whether a file is of that type.
pub fn is(stat: &Stat, kind: FileType) -> bool {
    FileType::from_raw_mode(stat.st_mode) == kind
}

/// Makes a folder; says whether it was missing.
pub fn make_folder(parent: impl AsFd, name: &str, mode: u32) -> rustix::io::Result<bool> {
    let mode = Mode::from_raw_mode(mode);
    match rustix::fs::mkdirat(&parent, name, mode) {
        Ok(()) => {}
        Err(Errno::EXIST) => return Ok(false),
        Err(errno) => return Err(errno),
    }
    // The process's umask had its say in the mode.
    let folder = rustix::fs::openat(&parent, name, folder_flags(), Mode::empty());
    let given = folder.and_then(|folder| rustix::fs::fchmod(folder, mode));
    // Who comes next would take it for finished.
    if given.is_err()
        && let Err(cause) = rustix::fs::unlinkat(&parent, name, AtFlags::REMOVEDIR)
    {
        tracing::warn!(%cause, name, "a folder has not the mode that it should have");
    }
    given.map(|()| true)
}

/// Measures a folder with all that is in it; a file with several names counts once.
pub fn measure(folder: OwnedFd) -> rustix::io::Result<Measure> {
    measure::folder(folder)
}

/// The last name of a place that is not the home itself.
fn named(place: &HomePath) -> rustix::io::Result<&str> {
    if place.is_home() { Err(Errno::BUSY) } else { Ok(place.name()) }
}

/// A name that nothing has.
pub(crate) fn partial() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    format!("{PARTIAL}{}-{}", process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}

/// Goes over what a folder holds, but for what is not whole.
fn entries(folder: impl AsFd, each: &mut dyn FnMut(&OsStr)) -> rustix::io::Result<()> {
    for entry in Dir::read_from(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_bytes();
        if name != b"." && name != b".." && !name.starts_with(PARTIAL.as_bytes()) {
            each(OsStr::from_bytes(name));
        }
    }
    Ok(())
}

fn errno(cause: &io::Error) -> Errno {
    Errno::from_io_error(cause).unwrap_or(Errno::IO)
}
