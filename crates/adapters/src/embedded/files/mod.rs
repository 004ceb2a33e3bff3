//! The files in the machine's homes, as their owners work on them. Every path is opened beneath the
//! home by the kernel itself: a link may lead elsewhere in the home, and never out of it.

mod copy;
#[cfg(test)]
mod tests;

use std::{
    fs::File,
    io::{Read as _, Write as _},
    os::fd::{AsRawFd as _, OwnedFd},
    path::Path,
    process,
    sync::atomic::{AtomicU64, Ordering},
};

use api::{
    Account, Error, Kind, Result, UnixTime,
    ports::{FileFacts, FileKind, Files, HomePath, Usage, Write},
};
use rustix::{
    fs::{AtFlags, Dir, FileType, Mode, OFlags, RenameFlags, ResolveFlags, Stat},
    io::Errno,
};

use super::{Machine, homes::is};

/// The most that one folder may hold to be listed.
const MOST_ENTRIES: usize = 50_000;

/// What begins the names of files that are not whole yet.
const PARTIAL: &str = ".innkeeper-partial-";

impl Files for Machine {
    fn find(&self, account: &Account, path: &HomePath) -> Result<Option<FileFacts>> {
        let found = self.home(account)?.stat(path);
        match found {
            Ok(stat) => Ok(Some(facts(path.name().to_owned(), &stat))),
            Err(Errno::NOENT | Errno::NOTDIR) => Ok(None),
            Err(errno) => Err(fault(path, errno)),
        }
    }

    fn list(&self, account: &Account, path: &HomePath) -> Result<Vec<FileFacts>> {
        let folder = self.home(account)?.folder(path).map_err(|errno| fault(path, errno))?;
        let mut found = Vec::new();
        for entry in Dir::read_from(&folder).map_err(|errno| fault(path, errno))? {
            let entry = entry.map_err(|errno| fault(path, errno))?;
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
                let problem = format!("path: “{path}” holds more than {MOST_ENTRIES} files.");
                return Err(Error::new(Kind::Conflict, problem));
            }
        }
        found.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(found)
    }

    fn read(&self, account: &Account, path: &HomePath, most: u64) -> Result<Vec<u8>> {
        let home = self.home(account)?;
        let read = || -> rustix::io::Result<Option<Vec<u8>>> {
            // A pipe without a writer would hold us otherwise.
            let file = home.open(path, OFlags::RDONLY | OFlags::NONBLOCK)?;
            let stat = rustix::fs::fstat(&file)?;
            if !is(&stat, FileType::RegularFile) {
                return Err(Errno::ISDIR);
            }
            let mut content = Vec::new();
            let read = File::from(file).take(most + 1).read_to_end(&mut content);
            read.map_err(|cause| Errno::from_io_error(&cause).unwrap_or(Errno::IO))?;
            let length = u64::try_from(content.len()).unwrap_or(u64::MAX);
            Ok((length <= most).then_some(content))
        };
        read().map_err(|errno| fault(path, errno))?.ok_or_else(|| {
            Error::new(Kind::Conflict, format!("path: “{path}” has more than {most} bytes."))
        })
    }

    fn write(&self, account: &Account, path: &HomePath, content: &[u8], how: Write) -> Result<()> {
        let home = self.home(account)?;
        home.write(path, content, how).map_err(|errno| fault(path, errno))
    }

    fn make_folder(&self, account: &Account, path: &HomePath) -> Result<()> {
        let home = self.home(account)?;
        home.make_folder(path).map_err(|errno| fault(path, errno))
    }

    fn rename(&self, account: &Account, from: &HomePath, to: &HomePath) -> Result<()> {
        let home = self.home(account)?;
        let rename = || {
            let (source, target) = (home.folder(&from.parent())?, home.folder(&to.parent())?);
            let as_new = RenameFlags::NOREPLACE;
            rustix::fs::renameat_with(&source, named(from)?, &target, named(to)?, as_new)
        };
        rename().map_err(|errno| fault(if errno == Errno::EXIST { to } else { from }, errno))
    }

    fn copy(&self, account: &Account, from: &HomePath, to: &HomePath) -> Result<()> {
        let home = self.home(account)?;
        let copied = home.copy(from, to);
        copied.map_err(|errno| fault(if errno == Errno::EXIST { to } else { from }, errno))
    }

    fn remove(&self, account: &Account, path: &HomePath) -> Result<()> {
        let home = self.home(account)?;
        let remove = || {
            let folder = home.folder(&path.parent())?;
            self.homes.discard(&folder, named(path)?)
        };
        remove().map_err(|errno| fault(path, errno))
    }

    fn set_mode(&self, account: &Account, path: &HomePath, mode: u32) -> Result<()> {
        let home = self.home(account)?;
        let set = || {
            let file = home.open(path, OFlags::PATH)?;
            // What is only pointed at cannot be changed but by way of its number.
            let number = format!("/proc/self/fd/{}", file.as_raw_fd());
            rustix::fs::chmod(number, Mode::from_raw_mode(mode & 0o777))
        };
        set().map_err(|errno| fault(path, errno))
    }

    fn measure(&self, account: &Account, path: &HomePath) -> Result<Usage> {
        let home = self.home(account)?;
        let stat = home.stat(path).map_err(|errno| fault(path, errno))?;
        if is(&stat, FileType::Directory) {
            let folder = home.folder(path).map_err(|errno| fault(path, errno))?;
            return super::homes::measure(folder).map_err(|errno| fault(path, errno));
        }
        let disk = u64::try_from(stat.st_size).unwrap_or_default().div_ceil(1024);
        Ok(Usage { disk, inodes: 1 })
    }
}

impl Machine {
    fn home(&self, account: &Account) -> Result<Home> {
        let home = self.homes.find(account.name())?;
        home.map(Home).ok_or_else(|| Error::not_found("The account has no home."))
    }
}

/// An open home.
struct Home(OwnedFd);

impl Home {
    /// Opens what lies at a path, by way of links that stay in the home.
    fn open(&self, path: &HomePath, flags: OFlags) -> rustix::io::Result<OwnedFd> {
        let within = ResolveFlags::BENEATH | ResolveFlags::NO_MAGICLINKS;
        let path = if path.is_home() { "." } else { path.as_str() };
        rustix::fs::openat2(&self.0, path, flags | OFlags::CLOEXEC, Mode::empty(), within)
    }

    /// Opens a folder.
    fn folder(&self, path: &HomePath) -> rustix::io::Result<OwnedFd> {
        self.open(path, OFlags::RDONLY | OFlags::DIRECTORY)
    }

    /// What lies at a path; a link at its end is not followed.
    fn stat(&self, path: &HomePath) -> rustix::io::Result<Stat> {
        if path.is_home() {
            return rustix::fs::fstat(&self.0);
        }
        let folder = self.folder(&path.parent())?;
        rustix::fs::statat(folder, path.name(), AtFlags::SYMLINK_NOFOLLOW)
    }

    fn write(&self, path: &HomePath, content: &[u8], how: Write) -> rustix::io::Result<()> {
        let (folder, name) = (self.folder(&path.parent())?, named(path)?);
        let before = rustix::fs::statat(&folder, name, AtFlags::SYMLINK_NOFOLLOW).ok();
        if !how.replace && before.is_some() {
            return Err(Errno::EXIST);
        }
        let kept = before.filter(|stat| is(stat, FileType::RegularFile));
        let mode = how.mode.or(kept.map(|stat| stat.st_mode)).unwrap_or(0o644);
        let partial = partial();
        let placed = write_whole(&folder, &partial, content, mode).and_then(|()| {
            let how = if how.replace { RenameFlags::empty() } else { RenameFlags::NOREPLACE };
            rustix::fs::renameat_with(&folder, &partial, &folder, name, how)
        });
        placed.inspect_err(|_| {
            if let Err(cause) = rustix::fs::unlinkat(&folder, &partial, AtFlags::empty()) {
                tracing::debug!(%cause, "there is nothing left of a file that was not written");
            }
        })
    }

    fn make_folder(&self, path: &HomePath) -> rustix::io::Result<()> {
        let mut place = HomePath::default();
        for name in path.as_str().split('/').filter(|name| !name.is_empty()) {
            let above = self.folder(&place)?;
            place = place.join(name).map_err(|_| Errno::INVAL)?;
            super::homes::make_folder(&above, name, 0o755)?;
        }
        self.folder(&place).map(drop)
    }
}

/// The last name of a path that is not the home itself.
fn named(path: &HomePath) -> rustix::io::Result<&str> {
    if path.is_home() { Err(Errno::BUSY) } else { Ok(path.name()) }
}

/// A name that nothing has.
fn partial() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    format!("{PARTIAL}{}-{}", process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}

fn write_whole(folder: &OwnedFd, name: &str, content: &[u8], mode: u32) -> rustix::io::Result<()> {
    let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let file = rustix::fs::openat(folder, name, flags, Mode::from_raw_mode(0o600))?;
    rustix::fs::fchmod(&file, Mode::from_raw_mode(mode & 0o777))?;
    let mut file = File::from(file);
    let written = file.write_all(content).and_then(|()| file.sync_all());
    written.map_err(|cause| Errno::from_io_error(&cause).unwrap_or(Errno::IO))
}

fn facts(name: String, stat: &Stat) -> FileFacts {
    FileFacts {
        name,
        kind: kind(stat),
        size: u64::try_from(stat.st_size).unwrap_or_default(),
        mode: stat.st_mode,
        changed: UnixTime(stat.st_ctime),
        modified: UnixTime(stat.st_mtime),
    }
}

fn kind(stat: &Stat) -> FileKind {
    match FileType::from_raw_mode(stat.st_mode) {
        FileType::Directory => FileKind::Folder,
        FileType::Symlink => FileKind::Link,
        FileType::Fifo => FileKind::Pipe,
        FileType::Socket => FileKind::Socket,
        FileType::CharacterDevice => FileKind::CharDevice,
        FileType::BlockDevice => FileKind::BlockDevice,
        _ => FileKind::File,
    }
}

/// What to tell of a path that something is wrong with.
fn fault(path: &HomePath, errno: Errno) -> Error {
    let (kind, problem) = match errno {
        Errno::NOENT => (Kind::NotFound, "is not there"),
        Errno::EXIST | Errno::NOTEMPTY => (Kind::Exists, "is there already"),
        Errno::NOTDIR => (Kind::Conflict, "is no folder, or below what is no folder"),
        Errno::ISDIR => (Kind::Conflict, "is no file with content"),
        Errno::LOOP | Errno::XDEV => (Kind::Denied, "leads out of the home, or nowhere"),
        Errno::ACCESS | Errno::PERM => (Kind::Denied, "is closed to its owner"),
        Errno::BUSY => (Kind::Denied, "is the home itself"),
        Errno::INVAL => (Kind::Conflict, "cannot be put into itself"),
        Errno::NAMETOOLONG => (Kind::BadParam, "is too long"),
        Errno::NOSPC | Errno::DQUOT => (Kind::Unavailable, "cannot be written: the disk is full"),
        _ => (Kind::Unavailable, "could not be read or written"),
    };
    Error::new(kind, format!("path: “{path}” {problem}.")).because(std::io::Error::from(errno))
}

/// Opens something directly in a folder, if it is no link.
fn open_in(folder: &OwnedFd, name: &Path, flags: OFlags) -> rustix::io::Result<OwnedFd> {
    super::homes::open_beneath(folder, name, flags)
}
