//! Folders as opened descriptors, beneath which no link is followed, and files that are written whole or
//! not at all.

use std::{
    fs::File,
    io::{self, Read, Write},
    os::fd::{AsFd, BorrowedFd, OwnedFd},
    path::Path,
};

use rustix::{
    fs::{
        AtFlags, Dir, FileType, Mode, OFlags, ResolveFlags, fchmod, fchown, fstat, fsync, linkat,
        mkdirat, open, openat2, renameat, syncfs, unlinkat,
    },
    io::Errno,
};

use crate::owner::Owner;

const FOLDER: OFlags = OFlags::DIRECTORY.union(OFlags::RDONLY).union(OFlags::CLOEXEC);

/// A folder that is open.
pub(crate) struct Place(OwnedFd);

/// How a file or a folder may be used, and by whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Access {
    pub(crate) mode: u32,
    pub(crate) owner: Owner,
}

impl Place {
    /// A folder of the machine, by a path that root alone could have made.
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        Ok(Self(open(path, FOLDER, Mode::empty())?))
    }

    /// A folder beneath this one.
    pub(crate) fn beneath(&self, path: impl rustix::path::Arg) -> io::Result<Self> {
        let how = ResolveFlags::BENEATH | ResolveFlags::NO_SYMLINKS | ResolveFlags::NO_MAGICLINKS;
        Ok(Self(openat2(&self.0, path, FOLDER, Mode::empty(), how)?))
    }

    /// A folder in this one, made root's where it is not there.
    pub(crate) fn folder(&self, name: &str, mode: u32) -> io::Result<Self> {
        self.make(name, mode).map(|(folder, _)| folder)
    }

    /// The folder at a path of plain names below this one, made where it is not there; `lasts` says
    /// whether it has to outlive a loss of power.
    pub(crate) fn folders(&self, path: &Path, mode: u32, lasts: bool) -> io::Result<Self> {
        let mut place = Self(self.0.try_clone()?);
        for name in path {
            let name = name.to_str().ok_or_else(|| io::Error::other("is no name"))?;
            let (folder, made) = place.make(name, mode)?;
            if made && lasts {
                place.sync()?;
            }
            place = folder;
        }
        Ok(place)
    }

    fn make(&self, name: &str, mode: u32) -> io::Result<(Self, bool)> {
        match mkdirat(&self.0, name, Mode::from_raw_mode(mode)) {
            Ok(()) => {
                // What the process's mask took from the mode is given back.
                let given = self.beneath(name).and_then(|made| {
                    made.give(Access { mode, owner: Owner::ROOT })?;
                    Ok(made)
                });
                // The next caller would take it for finished.
                if given.is_err()
                    && let Err(cause) = unlinkat(&self.0, name, AtFlags::REMOVEDIR)
                {
                    tracing::warn!(%cause, name, "a folder has not the mode that it should have");
                }
                Ok((given?, true))
            }
            Err(Errno::EXIST) => Ok((self.beneath(name)?, false)),
            Err(other) => Err(other.into()),
        }
    }

    /// The names of what is in it.
    pub(crate) fn names(&self) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in Dir::read_from(&self.0)? {
            let entry = entry?;
            match entry.file_name().to_str() {
                Ok("." | "..") | Err(_) => {}
                Ok(name) => names.push(name.to_owned()),
            }
        }
        Ok(names)
    }

    /// Removes a folder in this one with all that is in it; no link in it is followed.
    pub(crate) fn remove_folder(&self, name: &str) -> io::Result<()> {
        let inner = self.beneath(name)?;
        for name in inner.names()? {
            match unlinkat(&inner.0, &name, AtFlags::empty()) {
                Err(Errno::ISDIR) => inner.remove_folder(&name)?,
                other => other?,
            }
        }
        Ok(unlinkat(&self.0, name, AtFlags::REMOVEDIR)?)
    }

    /// Gives the folder itself that mode and owner.
    pub(crate) fn give(&self, access: Access) -> io::Result<()> {
        give(self.0.as_fd(), access)
    }

    /// What a file holds; none where it is not there.
    pub(crate) fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        let how = ResolveFlags::BENEATH | ResolveFlags::NO_SYMLINKS;
        let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NOFOLLOW | OFlags::NONBLOCK;
        let file = match openat2(&self.0, name, flags, Mode::empty(), how) {
            Ok(file) => file,
            Err(Errno::NOENT) => return Ok(None),
            Err(other) => return Err(other.into()),
        };
        if FileType::from_raw_mode(fstat(&file)?.st_mode) != FileType::RegularFile {
            return Err(io::Error::other(format!("{name} is no file")));
        }
        let mut content = Vec::new();
        File::from(file).read_to_end(&mut content)?;
        Ok(Some(content))
    }

    /// Whether a file is there with that content and access.
    pub(crate) fn has(&self, name: &str, content: &[u8], access: Access) -> io::Result<bool> {
        if self.read(name)?.as_deref() != Some(content) {
            return Ok(false);
        }
        let is = rustix::fs::statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW)?;
        let owned =
            (is.st_uid, is.st_gid) == (access.owner.uid.as_raw(), access.owner.gid.as_raw());
        Ok(owned && is.st_mode & 0o7777 == access.mode)
    }

    /// Whether something of that name is there.
    pub(crate) fn there(&self, name: &str) -> io::Result<bool> {
        match rustix::fs::statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW) {
            Ok(_) => Ok(true),
            Err(Errno::NOENT) => Ok(false),
            Err(other) => Err(other.into()),
        }
    }

    /// Makes a file that is not there; `lasts` says whether it has to outlive a loss of power already.
    pub(crate) fn write_new(
        &self,
        name: &str,
        content: &[u8],
        access: Access,
        lasts: bool,
    ) -> io::Result<()> {
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::CLOEXEC;
        let how = ResolveFlags::BENEATH | ResolveFlags::NO_SYMLINKS;
        let file = openat2(&self.0, name, flags, Mode::RUSR | Mode::WUSR, how)?;
        let mut file = File::from(file);
        file.write_all(content)?;
        give(file.as_fd(), access)?;
        if lasts { file.sync_all() } else { Ok(()) }
    }

    /// Makes a file hold that: at no instant is it torn or missing.
    pub(crate) fn write(&self, name: &str, content: &[u8], access: Access) -> io::Result<()> {
        let staged = format!(".{name}.new");
        self.remove(&staged)?;
        let written = self
            .write_new(&staged, content, access, true)
            .and_then(|()| self.take(self, &staged, name));
        if written.is_err() {
            drop(self.remove(&staged));
        }
        written?;
        self.sync()
    }

    /// Returns once what was made, moved and removed here lasts.
    pub(crate) fn sync(&self) -> io::Result<()> {
        Ok(fsync(&self.0)?)
    }

    /// Returns once all that was written to its disk lasts.
    pub(crate) fn sync_disk(&self) -> io::Result<()> {
        Ok(syncfs(&self.0)?)
    }

    /// Moves a file here, over what is there.
    pub(crate) fn take(&self, from: &Self, old: &str, new: &str) -> io::Result<()> {
        Ok(renameat(&from.0, old, &self.0, new)?)
    }

    /// Gives a file a second name, here; whether there is such a file.
    pub(crate) fn link(&self, from: &Self, old: &str, new: &str) -> io::Result<bool> {
        match linkat(&from.0, old, &self.0, new, AtFlags::empty()) {
            Ok(()) => Ok(true),
            Err(Errno::NOENT) => Ok(false),
            Err(other) => Err(other.into()),
        }
    }

    /// Removes a file; whether it was there.
    pub(crate) fn remove(&self, name: &str) -> io::Result<bool> {
        match unlinkat(&self.0, name, AtFlags::empty()) {
            Ok(()) => Ok(true),
            Err(Errno::NOENT) => Ok(false),
            Err(other) => Err(other.into()),
        }
    }
}

fn give(file: BorrowedFd<'_>, access: Access) -> io::Result<()> {
    fchown(file, Some(access.owner.uid), Some(access.owner.gid))?;
    Ok(fchmod(file, Mode::from_raw_mode(access.mode))?)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::{MetadataExt, symlink};

    use super::*;

    const ACCESS: Access = Access { mode: 0o640, owner: Owner::ROOT };

    #[test]
    fn a_file_is_written_whole_with_its_mode() {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::open(folder.path()).unwrap();
        place.write("a.conf", b"one", ACCESS).unwrap();
        place.write("a.conf", b"two", ACCESS).unwrap();
        assert!(place.has("a.conf", b"two", ACCESS).unwrap());
        assert!(!place.has("a.conf", b"two", Access { mode: 0o600, ..ACCESS }).unwrap());
        assert_eq!(std::fs::metadata(folder.path().join("a.conf")).unwrap().mode(), 0o100_640);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn no_link_is_followed_and_none_written_through() {
        let folder = tempfile::tempdir().unwrap();
        let outside = tempfile::tempdir().unwrap();
        let file = outside.path().join("secret");
        std::fs::write(&file, "secret").unwrap();
        symlink(outside.path(), folder.path().join("away")).unwrap();
        symlink(&file, folder.path().join("link")).unwrap();
        let place = Place::open(folder.path()).unwrap();
        assert!(place.beneath("away").is_err());
        assert!(place.beneath("..").is_err());
        assert!(place.folder("away", 0o755).is_err());
        assert!(place.read("link").is_err());
        place.write("link", b"mine", ACCESS).unwrap();
        assert_eq!(std::fs::read(&file).unwrap(), b"secret");
        assert_eq!(place.read("link").unwrap().as_deref(), Some(b"mine".as_slice()));
    }
}
