//! Files and folders that come to be: a file first under a passing name, then in its place as a whole.

use std::{fs::File, io::Write as _, os::fd::AsFd};

use rustix::{
    fs::{AtFlags, FileType, Mode, OFlags, RenameFlags},
    io::Errno,
};

use super::{Home, errno, is, make_folder, named, partial};
use crate::HomePath;

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
        let placed = write_whole(&folder, &partial, content, mode, true).and_then(|()| {
            let how = if replace { RenameFlags::empty() } else { RenameFlags::NOREPLACE };
            rustix::fs::renameat_with(&folder, &partial, &folder, name, how)
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
            make_folder(self.folder(&above)?, name, 0o755)?;
            let next = [above.as_str(), name].join(if above.is_home() { "" } else { "/" });
            above = HomePath::try_from(next).map_err(|_| Errno::INVAL)?;
        }
        self.folder(&above).map(drop)
    }
}

/// Makes a file that nothing may be in the place of, and has it on disk if it is to be `synced` now.
pub(crate) fn write_whole(
    folder: impl AsFd,
    name: &str,
    content: &[u8],
    mode: u32,
    synced: bool,
) -> rustix::io::Result<()> {
    let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let file = rustix::fs::openat(folder, name, flags, Mode::from_raw_mode(0o600))?;
    rustix::fs::fchmod(&file, Mode::from_raw_mode(mode & 0o777))?;
    let mut file = File::from(file);
    let written =
        file.write_all(content).and_then(|()| if synced { file.sync_all() } else { Ok(()) });
    written.map_err(|cause| errno(&cause))
}
