//! Copying within a home: first to where nobody looks, then into place as a whole.

use std::{fs::File, io, os::fd::OwnedFd, path::Path};

use rustix::{
    fs::{AtFlags, FileType, Mode, OFlags, RenameFlags, Stat},
    io::Errno,
};

use super::{Home, discard, entries, errno, folder_flags, is, named, open_beneath, partial};
use crate::HomePath;

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
        // The home may be open as a path only.
        let top = open_beneath(&self.0, Path::new("."), folder_flags())?;
        let placed = copy_tree(&source, from, &top, Path::new(&draft)).and_then(|()| {
            let as_new = RenameFlags::NOREPLACE;
            // It may be much.
            rustix::fs::syncfs(&top)?;
            rustix::fs::renameat_with(&top, &draft, &target, to, as_new)?;
            rustix::fs::fsync(&target)
        });
        placed.inspect_err(|_| {
            if let Err(cause) = discard::discard(&self.0, &top, &draft) {
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
            let folder = open_beneath(source, &from, folder_flags())?;
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
            rustix::fs::mkdirat(target, to, Mode::RWXU)?;
            let made = open_beneath(target, to, folder_flags())?;
            // Its owner must be able to fill it.
            rustix::fs::fchmod(made, mode | Mode::RWXU)
        }
        FileType::RegularFile => {
            let read = open_beneath(source, from, OFlags::RDONLY | OFlags::NONBLOCK)?;
            copy_file(read, mode, target, to)
        }
        FileType::Symlink => {
            let place = rustix::fs::readlinkat(source, from, Vec::new())?;
            rustix::fs::symlinkat(place, target, to)
        }
        _ => Ok(()),
    }
}

/// Copies a file to where none is.
pub(crate) fn copy_file(
    from: OwnedFd,
    mode: Mode,
    target: &OwnedFd,
    to: &Path,
) -> rustix::io::Result<()> {
    let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::CLOEXEC;
    let written = rustix::fs::openat(target, to, flags | OFlags::NOFOLLOW, mode)?;
    rustix::fs::fchmod(&written, mode)?;
    let copied = io::copy(&mut File::from(from), &mut File::from(written));
    copied.map(drop).map_err(|cause| errno(&cause))
}
