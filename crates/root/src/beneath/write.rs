//! Files and folders that come to be: a file first under a passing name, then in its place as a whole.

use std::{
    fs::File,
    io::Write as _,
    os::fd::{AsFd, OwnedFd},
};

use rustix::{
    fs::{AtFlags, FileType, Mode, OFlags, RenameFlags},
    io::Errno,
};

use super::{Home, errno, is, make_folder, named, partial};
use crate::{HomePath, together};

impl Home {
    pub(super) fn write(
        &self,
        place: &HomePath,
        content: &[u8],
        replace: bool,
        mode: Option<u32>,
    ) -> rustix::io::Result<()> {
        let (folder, name) = (self.folder(&place.parent())?, named(place)?);
        let before = rustix::fs::statat(&folder, name, AtFlags::SYMLINK_NOFOLLOW).ok();
        if !replace && before.is_some() {
            return Err(Errno::EXIST);
        }
        let kept = before.filter(|stat| is(stat, FileType::RegularFile));
        let mode = mode.or(kept.map(|stat| stat.st_mode)).unwrap_or(0o644);
        let partial = partial();
        let placed = write_new(&folder, &partial, content, mode).and_then(|file| {
            rustix::fs::fsync(file)?;
            let how = if replace { RenameFlags::empty() } else { RenameFlags::NOREPLACE };
            rustix::fs::renameat_with(&folder, &partial, &folder, name, how)?;
            rustix::fs::fsync(&folder)
        });
        placed.inspect_err(|_| {
            if let Err(cause) = rustix::fs::unlinkat(&folder, &partial, AtFlags::empty()) {
                tracing::debug!(%cause, "there is nothing left of a file that was not written");
            }
        })
    }

    pub(super) fn make_folder(&self, place: &HomePath) -> rustix::io::Result<()> {
        let mut above = HomePath::default();
        for name in place.names() {
            let folder = self.folder(&above)?;
            if make_folder(&folder, name, 0o755)? {
                rustix::fs::fsync(&folder)?;
            }
            let next = [above.as_str(), name].join(if above.is_home() { "" } else { "/" });
            above = HomePath::try_from(next).map_err(|_| Errno::INVAL)?;
        }
        self.folder(&above).map(drop)
    }
}

/// Makes a file that nothing may be in the place of. It is not on disk yet.
pub(crate) fn write_new(
    folder: impl AsFd,
    name: &str,
    content: &[u8],
    mode: u32,
) -> rustix::io::Result<OwnedFd> {
    let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let file = rustix::fs::openat(&folder, name, flags, Mode::from_raw_mode(0o600))?;
    let filled = fill(file, content, mode);
    // Half of it is of use to nobody; where it cannot be removed, a sweep will do so.
    if filled.is_err()
        && let Err(cause) = rustix::fs::unlinkat(&folder, name, AtFlags::empty())
    {
        tracing::warn!(%cause, name, "half of a file is left behind");
    }
    filled
}

fn fill(file: OwnedFd, content: &[u8], mode: u32) -> rustix::io::Result<OwnedFd> {
    rustix::fs::fchmod(&file, Mode::from_raw_mode(mode & 0o777))?;
    let mut file = File::from(file);
    file.write_all(content).map_err(|cause| errno(&cause))?;
    Ok(file.into())
}

/// Has files on disk. They wait together: the file system needs one commit for all.
pub(crate) fn sync(files: &[OwnedFd]) -> rustix::io::Result<()> {
    let files: Vec<_> = files.iter().map(AsFd::as_fd).collect();
    let synced = together::each(&files, rustix::fs::fsync);
    synced.into_iter().try_for_each(|one| one.unwrap_or(Err(Errno::IO)))
}
