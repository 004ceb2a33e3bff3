//! The homes as files. What lies in a home is its owner's: nothing here follows a link in it.

use std::{
    fs,
    os::fd::OwnedFd,
    path::{Path, PathBuf},
    process,
    sync::{
        Mutex,
        atomic::{AtomicU64, Ordering},
    },
};

use api::{Error, Kind, Result, UserName, ports::Usage};
pub(super) use root::beneath::{folder_flags, is, make_folder, open_beneath};
use root::{Measure, beneath::measure, home};
use rustix::{
    fs::{AtFlags, CWD, Dir, FileType, Mode, OFlags, RenameFlags, ResolveFlags},
    io::Errno,
};

use super::database::{held, unsettled};

/// The folder of homes, and beside it those where homes are made and unmade.
pub(super) struct Homes {
    kept: OwnedFd,
    new: OwnedFd,
    trash: OwnedFd,
    folder: PathBuf,
    count: AtomicU64,
    unsettled: Mutex<Unsettled>,
}

/// The folders in which something was made that may not last yet.
#[derive(Default)]
struct Unsettled {
    folders: Vec<OwnedFd>,
    /// Whether there are more than it is worth to know each.
    many: bool,
}

/// How many folders are synced one by one before the whole file system is.
const FEW: usize = 16;

impl Homes {
    /// Opens the folders in `directory`.
    pub(super) fn open(directory: &Path) -> Result<Self> {
        let open = |name: &str| -> rustix::io::Result<OwnedFd> {
            let path = directory.join(name);
            match rustix::fs::mkdir(&path, Mode::from_raw_mode(0o711)) {
                Ok(()) | Err(Errno::EXIST) => {}
                Err(errno) => return Err(errno),
            }
            rustix::fs::openat(CWD, &path, folder_flags(), Mode::empty())
        };
        Ok(Self {
            kept: open("homes").map_err(fault)?,
            new: open("new").map_err(fault)?,
            trash: open("trash").map_err(fault)?,
            folder: directory.to_owned(),
            count: AtomicU64::default(),
            unsettled: Mutex::default(),
        })
    }

    /// Deletes what a killed process left half made or half removed.
    pub(super) fn sweep(&self) {
        for folder in ["new", "trash"] {
            let entries = fs::read_dir(self.folder.join(folder)).into_iter().flatten().flatten();
            entries.for_each(|entry| delete(&entry.path()));
        }
    }

    /// The users that have a home.
    pub(super) fn names(&self) -> Result<Vec<UserName>> {
        let mut names = Vec::new();
        for entry in Dir::read_from(&self.kept).map_err(fault)? {
            let entry = entry.map_err(fault)?;
            names.extend(entry.file_name().to_str().ok().and_then(|name| name.parse().ok()));
        }
        Ok(names)
    }

    /// The home of that user, where there is one.
    pub(super) fn find(&self, name: &UserName) -> Result<Option<OwnedFd>> {
        match rustix::fs::openat(&self.kept, name.as_str(), folder_flags(), Mode::empty()) {
            Ok(home) => Ok(Some(home)),
            Err(Errno::NOENT) => Ok(None),
            Err(errno) => Err(fault(errno)),
        }
    }

    /// Makes the home, or what is missing of it. A new one shows whole or not at all.
    pub(super) fn make(&self, name: &UserName) -> Result<()> {
        if let Some(home) = self.find(name)? {
            let furnished = furnish(&home).map_err(fault);
            self.will_settle(home);
            return furnished;
        }
        let draft = self.passing_name(name);
        rustix::fs::mkdirat(&self.new, &draft, Mode::from_raw_mode(0o711)).map_err(fault)?;
        let placed = self.furnish_draft(&draft).and_then(|home| {
            let as_new = RenameFlags::NOREPLACE;
            rustix::fs::renameat_with(&self.new, &draft, &self.kept, name.as_str(), as_new)?;
            Ok(home)
        });
        if placed.is_err() {
            delete(&self.folder.join("new").join(&draft));
        }
        match placed {
            Ok(home) => self.will_settle(home),
            // Another call made it meanwhile.
            Err(Errno::EXIST) => {}
            Err(errno) => return Err(fault(errno)),
        }
        Ok(())
    }

    fn furnish_draft(&self, draft: &str) -> rustix::io::Result<OwnedFd> {
        let home = rustix::fs::openat(&self.new, draft, folder_flags(), Mode::empty())?;
        rustix::fs::fchmod(&home, Mode::from_raw_mode(0o711))?;
        furnish(&home)?;
        Ok(home)
    }

    /// Gives a home another name, where the one is there and the other is not.
    pub(super) fn rename(&self, from: &UserName, to: &UserName) -> Result<()> {
        let (from, to) = (from.as_str(), to.as_str());
        let as_new = RenameFlags::NOREPLACE;
        match rustix::fs::renameat_with(&self.kept, from, &self.kept, to, as_new) {
            Ok(()) | Err(Errno::NOENT | Errno::EXIST) => Ok(()),
            Err(errno) => Err(fault(errno)),
        }
    }

    /// Has a folder be synced when the machine settles.
    fn will_settle(&self, folder: OwnedFd) {
        let mut unsettled = held(&self.unsettled);
        if unsettled.folders.len() < FEW {
            unsettled.folders.push(folder);
        } else {
            unsettled.many = true;
        }
    }

    /// Returns once all that was made before lasts.
    pub(super) fn settle(&self) -> Result<()> {
        let unsettled = std::mem::take(&mut *held(&self.unsettled));
        let sync = || {
            if unsettled.many {
                return rustix::fs::syncfs(&self.kept);
            }
            unsettled.folders.iter().try_for_each(rustix::fs::fsync)?;
            rustix::fs::fsync(&self.kept)
        };
        sync().map_err(|errno| {
            // Nobody knows by now what of it lasts.
            held(&self.unsettled).many = true;
            unsettled_error(errno)
        })
    }

    /// Removes the home: out of sight at once and for good, as the next account of that name must not find
    /// it there; then file by file.
    pub(super) fn remove(&self, name: &UserName) -> Result<()> {
        let passing = self.passing_name(name);
        match rustix::fs::renameat(&self.kept, name.as_str(), &self.trash, &passing) {
            // Somebody may have taken it out of sight and died.
            Ok(()) | Err(Errno::NOENT) => rustix::fs::fsync(&self.kept).map_err(fault)?,
            Err(errno) => return Err(fault(errno)),
        }
        delete(&self.folder.join("trash").join(passing));
        Ok(())
    }

    /// Makes a folder below the home, with those above it. One that the owner put something else
    /// in the way of is left out.
    pub(super) fn make_folder(&self, name: &UserName, path: &str) -> Result<()> {
        let Some(mut folder) = self.find(name)? else { return Ok(()) };
        for part in path.split('/').filter(|part| !part.is_empty()) {
            let made = make_folder(&folder, part, 0o750).map_err(fault)?;
            let next = open_beneath(&folder, Path::new(part), folder_flags());
            if made {
                self.will_settle(folder);
            }
            let Ok(next) = next else { return Ok(()) };
            folder = next;
        }
        Ok(())
    }

    /// The folder below the home, where there is one and no link is on the way.
    pub(super) fn open_folder(&self, name: &UserName, path: &str) -> Result<Option<OwnedFd>> {
        let Some(home) = self.find(name)? else { return Ok(None) };
        Ok(open_beneath(&home, Path::new(path), folder_flags()).ok())
    }

    /// Gives what lies below the home another path, where the one is there and the other is not.
    pub(super) fn move_below(&self, name: &UserName, from: &str, to: &str) -> Result<()> {
        let Some(home) = self.find(name)? else { return Ok(()) };
        let moved = rustix::fs::renameat_with(&home, from, &home, to, RenameFlags::NOREPLACE);
        match moved.and_then(|()| sync_above(&home, [from, to])) {
            Ok(()) | Err(Errno::NOENT | Errno::EXIST | Errno::NOTDIR | Errno::LOOP) => Ok(()),
            Err(errno) => Err(fault(errno)),
        }
    }

    /// Removes a folder below the home: out of sight at once, then file by file.
    pub(super) fn remove_below(&self, name: &UserName, parent: &str, leaf: &str) -> Result<()> {
        let Some(parent) = self.open_folder(name, parent)? else { return Ok(()) };
        let passing = self.passing_name(name);
        let hidden = rustix::fs::renameat(&parent, leaf, &self.trash, &passing);
        match hidden.and_then(|()| rustix::fs::fsync(&parent)) {
            Ok(()) => delete(&self.folder.join("trash").join(passing)),
            Err(Errno::NOENT | Errno::NOTDIR) => {}
            Err(errno) => return Err(fault(errno)),
        }
        Ok(())
    }

    /// Measures the home; a file with several names counts once.
    pub(super) fn usage(&self, name: &UserName) -> Result<Usage> {
        self.usage_of(name, "")
    }

    /// Measures a folder below the home in the same way.
    pub(super) fn usage_of(&self, name: &UserName, path: &str) -> Result<Usage> {
        let Some(mut home) = self.find(name)? else { return Ok(Usage::default()) };
        if !path.is_empty() {
            let below = open_beneath(&home, Path::new(path), folder_flags());
            let Ok(below) = below else { return Ok(Usage::default()) };
            home = below;
        }
        let Measure { disk, inodes } = measure(home).map_err(fault)?;
        Ok(Usage { disk, inodes })
    }

    /// Whether the home has that file; a link that stays in the home counts as what it leads to.
    pub(super) fn has_file(&self, name: &UserName, path: &str) -> Result<bool> {
        let Some(home) = self.find(name)? else { return Ok(false) };
        let within = ResolveFlags::BENEATH | ResolveFlags::NO_MAGICLINKS;
        let flags = OFlags::PATH | OFlags::CLOEXEC;
        match rustix::fs::openat2(&home, path, flags, Mode::empty(), within) {
            Ok(file) => Ok(is(&rustix::fs::fstat(&file).map_err(fault)?, FileType::RegularFile)),
            Err(_) => Ok(false),
        }
    }

    /// Whether the home has that folder, with no link on the way.
    pub(super) fn has_folder(&self, name: &UserName, path: &str) -> Result<bool> {
        let Some(home) = self.find(name)? else { return Ok(false) };
        Ok(open_beneath(&home, Path::new(path), folder_flags()).is_ok())
    }

    /// Removes a folder below the home: out of sight at once, then file by file.
    pub(super) fn remove_folder(&self, name: &UserName, path: &str) -> Result<()> {
        let Some(home) = self.find(name)? else { return Ok(()) };
        let (above, last) = path.rsplit_once('/').unwrap_or((".", path));
        let Ok(above) = open_beneath(&home, Path::new(above), folder_flags()) else {
            return Ok(());
        };
        let Ok(stat) = rustix::fs::statat(&above, last, AtFlags::SYMLINK_NOFOLLOW) else {
            return Ok(());
        };
        if last.is_empty() || !is(&stat, FileType::Directory) {
            return Ok(());
        }
        let passing = self.passing_name(name);
        rustix::fs::renameat(&above, last, &self.trash, &passing).map_err(fault)?;
        rustix::fs::fsync(&above).map_err(fault)?;
        delete(&self.folder.join("trash").join(passing));
        Ok(())
    }

    fn passing_name(&self, name: &UserName) -> String {
        let count = self.count.fetch_add(1, Ordering::Relaxed);
        format!("{name}.{}.{count}", process::id())
    }
}

/// Makes what a home has from the start, where it is missing.
fn furnish(home: &OwnedFd) -> rustix::io::Result<()> {
    for (folder, mode) in home::FOLDERS {
        let made = make_folder(home, folder, mode)?;
        if made && folder == home::SITES {
            write_welcome(home)?;
        }
    }
    Ok(())
}

fn write_welcome(home: &OwnedFd) -> rustix::io::Result<()> {
    let folder = open_beneath(home, Path::new(home::SITES), folder_flags())?;
    let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::CLOEXEC;
    let mode = Mode::from_raw_mode(0o644);
    match rustix::fs::openat(folder, home::PAGE, flags, mode) {
        Ok(file) => {
            use std::io::Write as _;
            let mut file = fs::File::from(file);
            // A home that shows after a loss of power shows no empty page.
            let written = file.write_all(home::WELCOME).and_then(|()| file.sync_data());
            written.map_err(|cause| Errno::from_io_error(&cause).unwrap_or(Errno::IO))
        }
        Err(Errno::EXIST) => Ok(()),
        Err(errno) => Err(errno),
    }
}

/// Returns once the entries at two paths last.
fn sync_above(home: &OwnedFd, paths: [&str; 2]) -> rustix::io::Result<()> {
    for path in paths {
        let above = path.rsplit_once('/').map_or(".", |(above, _)| above);
        rustix::fs::fsync(open_beneath(home, Path::new(above), folder_flags())?)?;
    }
    Ok(())
}

/// Deletes a folder that is out of sight already. What resists stays for the next sweep.
fn delete(path: &Path) {
    if let Err(cause) = fs::remove_dir_all(path)
        && cause.kind() != std::io::ErrorKind::NotFound
    {
        tracing::warn!(%cause, path = %path.display(), "a removed home is not wholly deleted");
    }
}

fn unsettled_error(errno: Errno) -> Error {
    unsettled().because(std::io::Error::from(errno))
}

pub(super) fn fault(errno: Errno) -> Error {
    Error::new(Kind::Unavailable, "The machine's homes could not be read or written.")
        .because(std::io::Error::from(errno))
}
