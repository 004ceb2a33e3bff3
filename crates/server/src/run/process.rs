//! What the process takes from itself, and the folder's lock.

use std::{
    fs::{File, OpenOptions, TryLockError},
    os::unix::fs::OpenOptionsExt as _,
    path::Path,
};

use api::{Error, Kind, Result};
use rustix::process::{DumpableBehavior, Resource, Rlimit};

use super::files::failed;

/// Keeps the process's memory, which passes passwords on, out of core files and from debuggers.
pub(super) fn harden() {
    let none = Rlimit { current: Some(0), maximum: Some(0) };
    let done = rustix::process::set_dumpable_behavior(DumpableBehavior::NotDumpable)
        .and_then(|()| rustix::process::setrlimit(Resource::Core, none));
    if let Err(cause) = done {
        tracing::warn!(%cause, "the process could not be hardened");
    }
}

/// Takes the data folder for one server; others are refused for as long as the file is open.
pub(crate) fn lock(data: &Path) -> Result<File> {
    let path = data.join("innkeeper.lock");
    let mut options = OpenOptions::new();
    let options = options.write(true).create(true).truncate(false).mode(0o600);
    let file = options.open(&path).map_err(|cause| failed(&path, cause))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::Error(cause)) => Err(failed(&path, cause)),
        Err(TryLockError::WouldBlock) => {
            let message = format!("Another innkeeper is at work in {}.", data.display());
            Err(Error::new(Kind::Conflict, message))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_has_one_server() {
        let folder = tempfile::tempdir().unwrap();
        let first = lock(folder.path()).unwrap();
        assert_eq!(lock(folder.path()).unwrap_err().kind(), Kind::Conflict);
        drop(first);
        assert!(lock(folder.path()).is_ok());
    }
}
