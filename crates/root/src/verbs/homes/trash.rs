//! Homes on their way out.

use std::{io, os::fd::OwnedFd, path::Path, sync::mpsc, thread, time::Duration};

use rustix::{
    fs::{AtFlags, Dir, RenameFlags},
    io::Errno,
};

use super::btrfs;
use crate::{
    Name,
    beneath::{clear, folder_flags, make_folder, open_beneath, partial},
};

/// How long the deletion is waited for. What takes longer goes on alone.
const PATIENCE: Duration = Duration::from_secs(2);

/// What was taken out of sight and is to be deleted.
#[derive(Default)]
pub(crate) struct Discarded(Option<(OwnedFd, String)>);

/// Takes a home out of sight, into a folder of its own.
pub(super) fn discard(
    kept: &OwnedFd,
    name: &Name,
    trash: &OwnedFd,
) -> rustix::io::Result<Discarded> {
    let holder = partial();
    make_folder(trash, &holder, 0o700)?;
    let folder = open_beneath(trash, Path::new(&holder), folder_flags())?;
    let as_new = RenameFlags::NOREPLACE;
    match rustix::fs::renameat_with(kept, name.as_str(), &folder, "home", as_new) {
        Ok(()) | Err(Errno::NOENT) => {}
        Err(errno) => return Err(errno),
    }
    rustix::fs::fsync(kept)?;
    Ok(Discarded(Some((trash.try_clone().map_err(|_| Errno::MFILE)?, holder))))
}

impl Discarded {
    /// Deletes it. What resists stays for the next sweep.
    pub(crate) fn delete(self) {
        let Some((trash, holder)) = self.0 else { return };
        let (ends, ended) = mpsc::channel::<()>();
        let work = move || {
            report(&holder, delete(&trash, &holder));
            drop(ends);
        };
        let thread = thread::Builder::new().name("trash".to_owned()).spawn(work);
        match thread {
            // That it takes longer, or is over, is the same to us.
            Ok(_) => drop(ended.recv_timeout(PATIENCE)),
            Err(cause) => tracing::warn!(%cause, "a removed home stays until the next start"),
        }
    }
}

/// Begins to delete what is there.
pub(super) fn sweep(trash: &OwnedFd) -> rustix::io::Result<()> {
    let left = names(trash)?;
    if left.is_empty() {
        return Ok(());
    }
    let trash = trash.try_clone().map_err(|_| Errno::MFILE)?;
    let work = move || left.iter().for_each(|name| report(name, delete(&trash, name)));
    let thread = thread::Builder::new().name("trash".to_owned()).spawn(work);
    thread.map(drop).map_err(|_| Errno::AGAIN)
}

/// Deletes a folder with all that is in it, if it is there.
pub(super) fn delete(parent: &OwnedFd, name: &str) -> io::Result<()> {
    if btrfs::destroy(parent, name)? {
        return Ok(());
    }
    let folder = match open_beneath(parent, Path::new(name), folder_flags()) {
        Ok(folder) => folder,
        Err(Errno::NOENT) => return Ok(()),
        Err(errno) => return Err(errno.into()),
    };
    empty(&folder)?;
    Ok(rustix::fs::unlinkat(parent, name, AtFlags::REMOVEDIR)?)
}

/// Deletes all that is in a folder of ours: what is a subvolume of btrfs whole, the rest file by file.
pub(super) fn empty(folder: &OwnedFd) -> io::Result<()> {
    for name in names(folder)? {
        btrfs::destroy(folder, &name)?;
    }
    Ok(clear(folder)?)
}

fn names(folder: &OwnedFd) -> rustix::io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in Dir::read_from(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name != "." && name != ".." {
            names.push(name);
        }
    }
    Ok(names)
}

fn report(name: &str, deleted: io::Result<()>) {
    if let Err(cause) = deleted {
        tracing::warn!(%cause, folder = name, "a removed home is not wholly deleted");
    }
}
