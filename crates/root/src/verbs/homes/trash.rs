//! Homes on their way out.

use std::{
    io,
    os::fd::OwnedFd,
    path::Path,
    sync::{Arc, mpsc},
    thread,
    time::Duration,
};

use rustix::{
    fs::{AtFlags, Dir, RenameFlags},
    io::Errno,
};

use super::btrfs;
use crate::{
    Name,
    beneath::{clear, folder_flags, make_folder, open_beneath, partial},
    later,
};

/// How long the deletion is waited for. What takes longer goes on alone.
const PATIENCE: Duration = Duration::from_secs(2);

/// What was taken out of sight and is to be deleted.
#[derive(Default)]
pub(crate) struct Discarded(Option<Waste>);

/// A folder that is to be deleted with all that is in it.
#[derive(Clone)]
pub(super) struct Waste {
    pub(super) parent: Arc<OwnedFd>,
    pub(super) name: String,
}

/// Takes a home out of sight, into a folder of its own.
pub(super) fn discard(
    kept: &OwnedFd,
    name: &Name,
    trash: &Arc<OwnedFd>,
) -> rustix::io::Result<Discarded> {
    let waste = Waste { parent: Arc::clone(trash), name: partial() };
    match take(kept, name, &waste) {
        Ok(()) => Ok(Discarded(Some(waste))),
        Err(errno) => {
            waste.delete();
            Err(errno)
        }
    }
}

fn take(kept: &OwnedFd, name: &Name, waste: &Waste) -> rustix::io::Result<()> {
    make_folder(&waste.parent, &waste.name, 0o700)?;
    let folder = open_beneath(&waste.parent, Path::new(&waste.name), folder_flags())?;
    let as_new = RenameFlags::NOREPLACE;
    match rustix::fs::renameat_with(kept, name.as_str(), &folder, "home", as_new) {
        Ok(()) | Err(Errno::NOENT) => rustix::fs::fsync(kept),
        Err(errno) => Err(errno),
    }
}

impl Discarded {
    /// Deletes it, where nothing is in the way.
    pub(crate) fn delete(self) {
        if let Some(waste) = self.0 {
            waste.delete_apart();
        }
    }
}

impl Waste {
    /// Deletes it on a thread of its own. What resists is tried again later.
    fn delete_apart(self) {
        let (ends, ended) = mpsc::channel::<()>();
        let waste = self.clone();
        let work = move || {
            waste.delete();
            drop(ends);
        };
        match thread::Builder::new().name("trash".to_owned()).spawn(work) {
            // That it takes longer, or is over, is the same to us.
            Ok(_) => drop(ended.recv_timeout(PATIENCE)),
            Err(cause) => self.stays(&cause),
        }
    }

    /// Deletes it on this thread.
    pub(super) fn delete(self) {
        if let Err(cause) = delete(&self.parent, &self.name) {
            self.stays(&cause);
        }
    }

    fn stays(self, cause: &dyn std::fmt::Display) {
        tracing::warn!(%cause, folder = self.name, "a home is not wholly deleted yet");
        later::again(move || self.delete_apart());
    }
}

/// Begins to delete what is there.
pub(super) fn sweep(trash: &Arc<OwnedFd>) -> rustix::io::Result<()> {
    let waste = |name| Waste { parent: Arc::clone(trash), name };
    let left: Vec<Waste> = names(trash)?.into_iter().map(waste).collect();
    if left.is_empty() {
        return Ok(());
    }
    let work = move || left.into_iter().for_each(Waste::delete);
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
