//! Removing folders, however deep and whoever changes them meanwhile: each is brought up into one
//! folder, where no path is longer than two names, and only open folders and single names are used.

use std::{
    ffi::{CStr, CString},
    os::fd::{AsFd, AsRawFd as _, OwnedFd},
};

use rustix::{
    fs::{AtFlags, Dir, FileType, Mode, OFlags},
    io::Errno,
};

use super::{PARTIAL, folder_flags, is, make_folder, partial};

/// How often the folder is gone over at most: somebody may go on filling it.
const MOST_ROUNDS: usize = 100_000;

/// Removes what a folder of a home holds by a name: a folder goes out of sight at once. What a killed
/// process left of others goes along.
pub(super) fn discard(home: &OwnedFd, folder: &OwnedFd, name: &str) -> rustix::io::Result<()> {
    let stat = rustix::fs::statat(folder, name, AtFlags::SYMLINK_NOFOLLOW)?;
    if !is(&stat, FileType::Directory) {
        rustix::fs::unlinkat(folder, name, AtFlags::empty())?;
        return rustix::fs::fsync(folder);
    }
    let holder = format!("{PARTIAL}trash");
    make_folder(home, &holder, 0o700)?;
    let trash = rustix::fs::openat(home, &holder, folder_flags(), Mode::empty())?;
    lift(folder, &CString::new(name).map_err(|_| Errno::INVAL)?, &trash)?;
    rustix::fs::fsync(folder)?;
    clear(&trash)?;
    match rustix::fs::unlinkat(home, &holder, AtFlags::REMOVEDIR) {
        // Another process uses it, or has taken it away.
        Ok(()) | Err(Errno::NOTEMPTY | Errno::EXIST | Errno::NOENT) => Ok(()),
        Err(errno) => Err(errno),
    }
}

/// Removes all that a folder holds. What resists stays, and the reason is given once all else is gone.
pub(crate) fn clear(holder: &OwnedFd) -> rustix::io::Result<()> {
    clear_into(holder, holder)
}

/// Removes all that a folder holds. What leaves it is brought up into the holder: no folder leaves a
/// subvolume of btrfs but another subvolume, wherever that is.
fn clear_into(folder: &OwnedFd, holder: &OwnedFd) -> rustix::io::Result<()> {
    for _ in 0..MOST_ROUNDS {
        let names = names(folder)?;
        if names.is_empty() {
            return Ok(());
        }
        let mut progress = false;
        let mut resisted = None;
        for name in names {
            match empty(folder, &name, holder) {
                Ok(()) => progress = true,
                Err(errno) => resisted = Some(errno),
            }
        }
        if let Some(errno) = resisted.filter(|_| !progress) {
            return Err(errno);
        }
    }
    Err(Errno::AGAIN)
}

/// Removes an entry of a folder; of a folder all that is none of its own is removed, and its folders are
/// brought up into this one, or into the holder.
fn empty(folder: &OwnedFd, name: &CStr, holder: &OwnedFd) -> rustix::io::Result<()> {
    if remove(folder, name)? {
        return Ok(());
    }
    let opened = open(folder, name)?;
    for inner in names(&opened)? {
        if remove(&opened, &inner)? {
            continue;
        }
        match lift(&opened, &inner, holder) {
            // A folder of a subvolume that is not the holder's.
            Err(Errno::XDEV) => match lift(&opened, &inner, folder) {
                // It is right in the subvolume, which is emptied by itself: this is never in another such one,
                // since what is one itself went up into the holder.
                Err(Errno::XDEV) => clear_into(&opened, holder)?,
                other => other?,
            },
            other => other?,
        }
    }
    remove(folder, name).map(drop)
}

/// Removes a file or an empty folder; says whether it is gone.
fn remove(folder: &OwnedFd, name: &CStr) -> rustix::io::Result<bool> {
    match rustix::fs::unlinkat(folder, name, AtFlags::empty()) {
        Ok(()) | Err(Errno::NOENT) => return Ok(true),
        Err(Errno::ISDIR | Errno::PERM) => {}
        Err(errno) => return Err(errno),
    }
    match rustix::fs::unlinkat(folder, name, AtFlags::REMOVEDIR) {
        Ok(()) | Err(Errno::NOENT) => Ok(true),
        Err(Errno::NOTEMPTY | Errno::EXIST) => Ok(false),
        Err(errno) => Err(errno),
    }
}

/// Brings a folder up into the holder. Its owner may have to open it for that, since it is told there
/// what is above it.
fn lift(folder: &OwnedFd, name: &CStr, holder: &OwnedFd) -> rustix::io::Result<()> {
    match rustix::fs::renameat(folder, name, holder, partial()) {
        Err(Errno::ACCESS) => {
            open_up(folder, name)?;
            rustix::fs::renameat(folder, name, holder, partial())
        }
        other => other,
    }
}

/// Opens a folder of the holder that can be emptied.
fn open(holder: &OwnedFd, name: &CStr) -> rustix::io::Result<OwnedFd> {
    let folder = match rustix::fs::openat(holder, name, folder_flags(), Mode::empty()) {
        Err(Errno::ACCESS) => {
            open_up(holder, name)?;
            rustix::fs::openat(holder, name, folder_flags(), Mode::empty())?
        }
        other => other?,
    };
    let writable =
        rustix::fs::accessat(&folder, ".", rustix::fs::Access::WRITE_OK, AtFlags::empty());
    if writable == Err(Errno::ACCESS) {
        rustix::fs::fchmod(&folder, Mode::RWXU)?;
    }
    Ok(folder)
}

/// Lets its owner into a folder whose mode keeps him out.
fn open_up(parent: &OwnedFd, name: &CStr) -> rustix::io::Result<()> {
    let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let folder = rustix::fs::openat(parent, name, flags, Mode::empty())?;
    // What is only pointed at cannot be changed but by way of its number.
    rustix::fs::chmod(format!("/proc/self/fd/{}", folder.as_raw_fd()), Mode::RWXU)
}

fn names(folder: impl AsFd) -> rustix::io::Result<Vec<CString>> {
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
