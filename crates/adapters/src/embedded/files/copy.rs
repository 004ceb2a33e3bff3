//! Copying within a home: first to where nobody looks, then into place as a whole.

use std::{
    ffi::OsStr,
    fs::File,
    io,
    os::{fd::OwnedFd, unix::ffi::OsStrExt as _},
    path::{Path, PathBuf},
};

use api::ports::HomePath;
use rustix::{
    fs::{AtFlags, Dir, FileType, Mode, OFlags, RenameFlags, Stat},
    io::Errno,
};

use super::{Home, PARTIAL, named, open_in, partial};
use crate::embedded::homes::is;

impl Home {
    /// Copies a file or a folder. The copy grows at the top of the home, so that it is never part of
    /// what is copied.
    pub(super) fn copy(&self, from: &HomePath, to: &HomePath) -> rustix::io::Result<()> {
        let (source, target) = (self.folder(&from.parent())?, self.folder(&to.parent())?);
        let (from, to) = (Path::new(named(from)?), named(to)?);
        if rustix::fs::statat(&target, to, AtFlags::SYMLINK_NOFOLLOW).is_ok() {
            return Err(Errno::EXIST);
        }
        let draft = partial();
        let placed = copy_tree(&source, from, &self.0, Path::new(&draft)).and_then(|()| {
            let as_new = RenameFlags::NOREPLACE;
            rustix::fs::renameat_with(&self.0, &draft, &target, to, as_new)
        });
        placed.inspect_err(|_| {
            if let Err(cause) = remove_tree(&self.0, &draft) {
                tracing::debug!(%cause, "there is nothing left of a copy that was not made");
            }
        })
    }
}

/// Copies one entry of a folder into another folder, with all that is in it.
fn copy_tree(source: &OwnedFd, from: &Path, target: &OwnedFd, to: &Path) -> rustix::io::Result<()> {
    let mut pending = vec![(from.to_owned(), to.to_owned())];
    while let Some((from, to)) = pending.pop() {
        let stat = rustix::fs::statat(source, &from, AtFlags::SYMLINK_NOFOLLOW)?;
        copy_entry(source, &from, target, &to, &stat)?;
        if is(&stat, FileType::Directory) {
            let folder = open_in(source, &from, OFlags::RDONLY | OFlags::DIRECTORY)?;
            entries(&folder, &mut |name| pending.push((from.join(name), to.join(name))))?;
        }
    }
    Ok(())
}

/// Copies what an entry itself is.
fn copy_entry(
    source: &OwnedFd,
    from: &Path,
    target: &OwnedFd,
    to: &Path,
    stat: &Stat,
) -> rustix::io::Result<()> {
    let mode = Mode::from_raw_mode(stat.st_mode & 0o777);
    match FileType::from_raw_mode(stat.st_mode) {
        FileType::Directory => {
            rustix::fs::mkdirat(target, to, Mode::from_raw_mode(0o700))?;
            let made = open_in(target, to, OFlags::RDONLY | OFlags::DIRECTORY)?;
            // Its owner must be able to fill it.
            rustix::fs::fchmod(made, mode | Mode::RWXU)
        }
        FileType::RegularFile => {
            let read = open_in(source, from, OFlags::RDONLY | OFlags::NONBLOCK)?;
            let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::CLOEXEC;
            let written = rustix::fs::openat(target, to, flags | OFlags::NOFOLLOW, mode)?;
            rustix::fs::fchmod(&written, mode)?;
            let copied = io::copy(&mut File::from(read), &mut File::from(written));
            copied.map(drop).map_err(|cause| Errno::from_io_error(&cause).unwrap_or(Errno::IO))
        }
        FileType::Symlink => {
            let place = rustix::fs::readlinkat(source, from, Vec::new())?;
            rustix::fs::symlinkat(place, target, to)
        }
        _ => Ok(()),
    }
}

fn entries(folder: &OwnedFd, each: &mut dyn FnMut(&Path)) -> rustix::io::Result<()> {
    for entry in Dir::read_from(folder)? {
        let entry = entry?;
        let name: PathBuf = OsStr::from_bytes(entry.file_name().to_bytes()).into();
        let text = name.to_string_lossy();
        if text != "." && text != ".." && !text.starts_with(PARTIAL) {
            each(&name);
        }
    }
    Ok(())
}

/// Removes what a copy that failed left behind.
fn remove_tree(folder: &OwnedFd, name: &str) -> rustix::io::Result<()> {
    let mut pending = vec![(PathBuf::from(name), false)];
    while let Some((path, emptied)) = pending.pop() {
        let stat = rustix::fs::statat(folder, &path, AtFlags::SYMLINK_NOFOLLOW)?;
        if !is(&stat, FileType::Directory) {
            rustix::fs::unlinkat(folder, &path, AtFlags::empty())?;
        } else if emptied {
            rustix::fs::unlinkat(folder, &path, AtFlags::REMOVEDIR)?;
        } else {
            let open = open_in(folder, &path, OFlags::RDONLY | OFlags::DIRECTORY)?;
            pending.push((path.clone(), true));
            entries(&open, &mut |name| pending.push((path.join(name), false)))?;
        }
    }
    Ok(())
}
