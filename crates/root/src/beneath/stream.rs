//! Copying what one home holds into another: two processes, each with its own account's rights, of
//! which one tells and the other makes. No link is followed and none is copied.

use std::{
    ffi::OsStr,
    fs::File,
    io::{Read, Write},
    os::{fd::OwnedFd, unix::ffi::OsStrExt as _},
    path::{Path, PathBuf},
};

use rustix::{
    fs::{AtFlags, FileType, Mode, OFlags},
    io::Errno,
};
use serde::{Deserialize, Serialize};

use super::{Home, entries, errno, folder_flags, is, make_folder, open_beneath};
use crate::{HomePath, wire};

/// How much of a file is told at once.
const PIECE: u64 = 256 << 10;

/// What one process tells the other. Paths are relative to the folder that is copied.
#[derive(Serialize, Deserialize)]
enum Word {
    Folder {
        path: Vec<u8>,
        mode: u32,
    },
    File {
        path: Vec<u8>,
        mode: u32,
    },
    /// The next piece of the last file; an empty one ends it.
    Piece(Vec<u8>),
    End,
}

impl Home {
    /// Tells of all that a folder holds; of nothing where there is none.
    pub(crate) fn export(&self, place: &HomePath, to: &mut impl Write) -> rustix::io::Result<()> {
        let top = match open_beneath(&self.0, place.path(), folder_flags()) {
            Ok(top) => top,
            Err(Errno::NOENT) => return tell(to, &Word::End),
            Err(errno) => return Err(errno),
        };
        let mut pending = vec![PathBuf::from(".")];
        while let Some(path) = pending.pop() {
            let folder = open_beneath(&top, &path, folder_flags())?;
            let mut names = Vec::new();
            entries(&folder, &mut |name| names.push(name.to_owned()))?;
            for name in names {
                if export_entry(&folder, &name, &path.join(&name), to)? {
                    pending.push(path.join(name));
                }
            }
        }
        tell(to, &Word::End)
    }

    /// Makes in a folder what is told, and the folder where there is none. What is there by a name is
    /// replaced, but no folder by a file nor a file by a folder.
    pub(crate) fn import(&self, place: &HomePath, from: &mut impl Read) -> rustix::io::Result<()> {
        let top = self.reach(place)?;
        while let Some(word) = hear(from)? {
            match word {
                Word::Folder { path, mode } => import_folder(&top, &path, mode)?,
                Word::File { path, mode } => import_file(&top, &path, mode, from)?,
                // It may be much, and is told once.
                Word::End => return rustix::fs::syncfs(&top),
                Word::Piece(_) => return Err(Errno::PROTO),
            }
        }
        Err(Errno::PIPE)
    }

    /// Opens a folder that no link leads to, made with those above it where it is missing.
    fn reach(&self, place: &HomePath) -> rustix::io::Result<OwnedFd> {
        let mut folder = open_beneath(&self.0, Path::new("."), folder_flags())?;
        for name in place.names() {
            make_folder(&folder, name, 0o750)?;
            folder = open_beneath(&folder, Path::new(name), folder_flags())?;
        }
        Ok(folder)
    }
}

/// Tells of one entry of a folder; says whether it is a folder. What is closed to the account, or gone
/// since it was listed, is left out.
fn export_entry(
    folder: &OwnedFd,
    name: &OsStr,
    path: &Path,
    to: &mut impl Write,
) -> rustix::io::Result<bool> {
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOFOLLOW;
    let Ok(opened) = open_beneath(folder, Path::new(name), flags) else { return Ok(false) };
    let stat = rustix::fs::fstat(&opened)?;
    let (path, mode) = (path.as_os_str().as_bytes().to_vec(), stat.st_mode & 0o777);
    if is(&stat, FileType::Directory) {
        return tell(to, &Word::Folder { path, mode }).map(|()| true);
    }
    if is(&stat, FileType::RegularFile) {
        tell(to, &Word::File { path, mode })?;
        let mut file = File::from(opened);
        loop {
            let mut piece = Vec::new();
            let read = (&mut file).take(PIECE).read_to_end(&mut piece);
            let ended = read.map_err(|cause| errno(&cause))? == 0;
            tell(to, &Word::Piece(piece))?;
            if ended {
                break;
            }
        }
    }
    Ok(false)
}

fn import_folder(top: &OwnedFd, path: &[u8], mode: u32) -> rustix::io::Result<()> {
    let Some((parent, name)) = split(top, path) else { return Ok(()) };
    match rustix::fs::mkdirat(&parent, name, Mode::RWXU) {
        Ok(()) => {
            let made = open_beneath(&parent, Path::new(name), folder_flags())?;
            // Its owner must be able to fill it.
            rustix::fs::fchmod(made, Mode::from_raw_mode(mode & 0o777) | Mode::RWXU)
        }
        Err(Errno::EXIST) => Ok(()),
        Err(errno) => Err(errno),
    }
}

/// Writes a file under a passing name, and gives it its own once it is whole.
fn import_file(
    top: &OwnedFd,
    path: &[u8],
    mode: u32,
    from: &mut impl Read,
) -> rustix::io::Result<()> {
    let place = split(top, path);
    let partial = super::partial();
    let mut file = match &place {
        Some((parent, _)) => Some(create(parent, &partial, mode)?),
        None => None,
    };
    loop {
        let Some(Word::Piece(piece)) = hear(from)? else { return Err(Errno::PROTO) };
        if piece.is_empty() {
            break;
        }
        if let Some(file) = &mut file {
            file.write_all(&piece).map_err(|cause| errno(&cause))?;
        }
    }
    let Some((parent, name)) = place else { return Ok(()) };
    match rustix::fs::renameat(&parent, &partial, &parent, name) {
        // A folder of that name is in the way.
        Err(Errno::ISDIR) => rustix::fs::unlinkat(&parent, &partial, AtFlags::empty()),
        other => other,
    }
}

fn create(parent: &OwnedFd, name: &str, mode: u32) -> rustix::io::Result<File> {
    let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let mode = Mode::from_raw_mode(mode & 0o777);
    let file = rustix::fs::openat(parent, name, flags, mode)?;
    rustix::fs::fchmod(&file, mode)?;
    Ok(File::from(file))
}

/// The open folder and the name of a path; none where no such folder could be made, so that what is in
/// it is left out.
fn split<'a>(top: &OwnedFd, path: &'a [u8]) -> Option<(OwnedFd, &'a OsStr)> {
    let path = Path::new(OsStr::from_bytes(path));
    let (parent, name) = (path.parent()?, path.file_name()?);
    let parent = if parent.as_os_str().is_empty() { Path::new(".") } else { parent };
    Some((open_beneath(top, parent, folder_flags()).ok()?, name))
}

fn tell(to: &mut impl Write, word: &Word) -> rustix::io::Result<()> {
    wire::write(to, word).map_err(|cause| errno(&cause))
}

fn hear(from: &mut impl Read) -> rustix::io::Result<Option<Word>> {
    wire::read(from).map_err(|cause| errno(&cause))
}
