//! The folder that the name service reads: files are staged in it under passing names, synced, and
//! renamed, so that each is the old or the new one at any instant.

use std::{
    collections::VecDeque,
    ffi::OsStr,
    fs::File,
    io::Read as _,
    mem,
    os::{fd::OwnedFd, unix::ffi::OsStrExt as _},
    path::{Path, PathBuf},
    process,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use rustix::{
    fs::{AtFlags, CWD, Dir, Mode, OFlags},
    io::Errno,
};

use crate::{
    beneath::{folder_flags, sync, write_new},
    later,
};

/// How many files are synced one by one before the whole file system is.
const FEW: usize = 12;

/// How the names of files begin that are not in place yet.
pub(crate) const STAGED: &str = ".innkeeper-";

/// The open folder.
pub(crate) struct Folder(Arc<OwnedFd>);

impl Folder {
    /// Opens it, and makes it where it is not there.
    pub(crate) fn open(path: &Path) -> rustix::io::Result<Self> {
        match rustix::fs::mkdir(path, Mode::from_raw_mode(0o755)) {
            Ok(()) | Err(Errno::EXIST) => {}
            Err(errno) => return Err(errno),
        }
        let folder = rustix::fs::openat(CWD, path, folder_flags(), Mode::empty())?;
        Ok(Self(Arc::new(folder)))
    }

    /// What a file holds, where it is there.
    pub(crate) fn read(&self, name: &str) -> rustix::io::Result<Option<Vec<u8>>> {
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::CLOEXEC | OFlags::NONBLOCK;
        let file = match rustix::fs::openat(&self.0, name, flags, Mode::empty()) {
            Ok(file) => file,
            Err(Errno::NOENT | Errno::LOOP) => return Ok(None),
            Err(errno) => return Err(errno),
        };
        let mut content = Vec::new();
        let read = File::from(file).read_to_end(&mut content);
        read.map_err(|cause| Errno::from_io_error(&cause).unwrap_or(Errno::IO))?;
        Ok(Some(content))
    }

    /// The mode of a file, where it is there.
    pub(crate) fn mode(&self, name: &str) -> rustix::io::Result<Option<u32>> {
        match rustix::fs::statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW) {
            Ok(stat) => Ok(Some(stat.st_mode & 0o7777)),
            Err(Errno::NOENT) => Ok(None),
            Err(errno) => Err(errno),
        }
    }

    /// Where a link leads, where one is there.
    pub(crate) fn link(&self, name: &str) -> rustix::io::Result<Option<PathBuf>> {
        match rustix::fs::readlinkat(&self.0, name, Vec::new()) {
            Ok(target) => Ok(Some(OsStr::from_bytes(target.as_bytes()).into())),
            Err(Errno::NOENT | Errno::INVAL) => Ok(None),
            Err(errno) => Err(errno),
        }
    }

    /// The names in it that end so.
    pub(crate) fn ending(&self, ending: &str) -> rustix::io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in Dir::read_from(&self.0)? {
            let entry = entry?;
            let name = entry.file_name().to_str().ok().and_then(|name| name.strip_suffix(ending));
            names.extend(name.map(str::to_owned));
        }
        Ok(names)
    }

    /// Begins a change of several files.
    pub(crate) fn change(&self) -> FolderChange<'_> {
        FolderChange { folder: self, staged: VecDeque::new(), files: Vec::new() }
    }

    /// Removes a file, or a link.
    pub(crate) fn remove(&self, name: &str) -> rustix::io::Result<()> {
        match rustix::fs::unlinkat(&self.0, name, AtFlags::empty()) {
            Ok(()) | Err(Errno::NOENT) => Ok(()),
            Err(errno) => Err(errno),
        }
    }

    /// Has what was renamed and removed on disk.
    pub(crate) fn sync(&self) -> rustix::io::Result<()> {
        rustix::fs::fsync(&self.0)
    }

    /// Removes what a killed process left staged.
    pub(crate) fn sweep(&self) -> rustix::io::Result<()> {
        let staged = self.ending(".new")?;
        let ours = staged.iter().filter(|name| name.starts_with(STAGED));
        ours.map(|name| format!("{name}.new")).try_for_each(|name| self.remove(&name))
    }
}

/// Files of the folder that change together: each is whole before the first is put in place, and they
/// are put in place in the order in which they were named.
pub(crate) struct FolderChange<'a> {
    folder: &'a Folder,
    staged: VecDeque<(String, String)>,
    /// What was written, while it is little.
    files: Vec<OwnedFd>,
}

impl FolderChange<'_> {
    /// A file that should hold that; one that does so is left as it is.
    pub(crate) fn put(&mut self, name: String, text: &[u8], mode: u32) -> rustix::io::Result<()> {
        let is_so = self.folder.read(&name)?.as_deref() == Some(text);
        if is_so && self.folder.mode(&name)? == Some(mode) {
            return Ok(());
        }
        let staged = staged_name();
        let file = write_new(&self.folder.0, &staged, text, mode)?;
        if self.files.len() <= FEW {
            self.files.push(file);
        }
        self.staged.push_back((staged, name));
        Ok(())
    }

    /// A link that should lead there.
    pub(crate) fn link(&mut self, name: String, target: &str) -> rustix::io::Result<()> {
        if self.folder.link(&name)?.as_deref() == Some(Path::new(target)) {
            return Ok(());
        }
        let staged = staged_name();
        rustix::fs::symlinkat(target, &self.folder.0, &staged)?;
        self.staged.push_back((staged, name));
        Ok(())
    }

    /// Puts all in place.
    pub(crate) fn commit(mut self) -> rustix::io::Result<()> {
        if self.staged.is_empty() {
            return Ok(());
        }
        self.sync_files()?;
        while let Some((staged, name)) = self.staged.front() {
            rustix::fs::renameat(&self.folder.0, staged, &self.folder.0, name)?;
            self.staged.pop_front();
        }
        self.folder.sync()
    }

    fn sync_files(&self) -> rustix::io::Result<()> {
        if self.files.len() > FEW { rustix::fs::syncfs(&self.folder.0) } else { sync(&self.files) }
    }
}

impl Drop for FolderChange<'_> {
    /// Leaves nothing of a change that was not made.
    fn drop(&mut self) {
        for (staged, _) in mem::take(&mut self.staged) {
            remove(Arc::clone(&self.folder.0), staged);
        }
    }
}

/// Removes a staged file; where that is in vain now, later.
fn remove(folder: Arc<OwnedFd>, staged: String) {
    let folder = Folder(folder);
    if let Err(cause) = folder.remove(&staged) {
        tracing::warn!(%cause, file = staged, "a staged file is not removed yet");
        later::again(move || remove(folder.0, staged));
    }
}

fn staged_name() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    format!("{STAGED}{}-{}.new", process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}
