//! Which pools were configured anew, as the kernel tells it.

use std::{
    collections::BTreeSet,
    ffi::OsStr,
    io,
    mem::MaybeUninit,
    os::{
        fd::{AsFd, BorrowedFd, OwnedFd},
        unix::ffi::OsStrExt as _,
    },
    path::Path,
};

use rustix::{
    fs::inotify::{CreateFlags, ReadFlags, Reader, WatchFlags, add_watch, init},
    io::Errno,
};

use crate::Name;

/// A folder of configurations that is watched.
pub(super) struct Watch(OwnedFd);

/// What has changed.
pub(super) enum Changed {
    /// Those pools.
    These(BTreeSet<Name>),
    /// More than the kernel has kept.
    Many,
}

impl Watch {
    pub(super) fn new(folder: &Path) -> io::Result<Self> {
        let watch = init(CreateFlags::CLOEXEC | CreateFlags::NONBLOCK)?;
        // Files are swapped in whole.
        let changes = WatchFlags::MOVED_TO | WatchFlags::MOVED_FROM | WatchFlags::DELETE;
        add_watch(&watch, folder, changes | WatchFlags::ONLYDIR)?;
        Ok(Self(watch))
    }

    /// What has changed since it was asked last.
    pub(super) fn changed(&self) -> io::Result<Changed> {
        let mut buffer = [MaybeUninit::uninit(); 16 << 10];
        let mut events = Reader::new(&self.0, &mut buffer);
        let (mut names, mut many) = (BTreeSet::new(), false);
        loop {
            match events.next() {
                Ok(event) => {
                    many |= event.events().contains(ReadFlags::QUEUE_OVERFLOW);
                    let file = event.file_name().map(|name| OsStr::from_bytes(name.to_bytes()));
                    names.extend(file.and_then(pool_of));
                }
                Err(Errno::AGAIN) => break,
                Err(Errno::INTR) => {}
                Err(errno) => return Err(errno.into()),
            }
        }
        Ok(if many { Changed::Many } else { Changed::These(names) })
    }
}

impl AsFd for Watch {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.0.as_fd()
    }
}

/// The pool that a file is the configuration of.
pub(super) fn pool_of(file: &OsStr) -> Option<Name> {
    file.to_str()?.strip_suffix(".conf")?.parse().ok()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn what_is_swapped_in_or_removed_is_told_once() {
        let folder = tempfile::tempdir().unwrap();
        let (at, outside) = (folder.path().join("pools"), folder.path().join("new"));
        fs::create_dir(&at).unwrap();
        let watch = Watch::new(&at).unwrap();
        for name in ["shop.conf", "shop.conf", "other.conf", "no pool"] {
            fs::write(&outside, "").unwrap();
            fs::rename(&outside, at.join(name)).unwrap();
        }
        fs::remove_file(at.join("other.conf")).unwrap();
        let Changed::These(names) = watch.changed().unwrap() else { panic!("few") };
        let names: Vec<&str> = names.iter().map(Name::as_str).collect();
        assert_eq!(names, ["other", "shop"]);
        assert!(matches!(watch.changed().unwrap(), Changed::These(names) if names.is_empty()));
    }
}
