//! A second view of a folder, in which no link is followed, that the processes of one service alone
//! have: one that takes the root directory's place on the way of a path cannot be led elsewhere by what
//! accounts put on that way.

use std::{io, path::PathBuf};

use rustix::{
    mount::{MountFlags, MountPropagationFlags, mount_bind, mount_change, mount_remount},
    thread::UnshareFlags,
};

/// A folder, and where it is seen besides.
pub(crate) struct View {
    pub(crate) of: PathBuf,
    pub(crate) at: PathBuf,
}

impl View {
    /// Gives the calling thread, and the programs that it starts, the view.
    pub(crate) fn enter(&self) -> io::Result<()> {
        #[expect(
            deprecated,
            reason = "only to part with descriptors is unsafe, which stay shared"
        )]
        rustix::thread::unshare(UnshareFlags::NEWNS)?;
        mount_change("/", MountPropagationFlags::PRIVATE | MountPropagationFlags::REC)?;
        mount_bind(&self.of, &self.at)?;
        let flags = MountFlags::BIND | MountFlags::NOSYMFOLLOW | MountFlags::NODEV;
        Ok(mount_remount(&self.at, flags | MountFlags::NOSUID, "")?)
    }
}
