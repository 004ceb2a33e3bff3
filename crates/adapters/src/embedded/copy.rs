//! Copying what one home holds into another. No link is followed and none is copied: both homes are
//! their owners'.

use std::{
    ffi::OsStr,
    fs::File,
    io,
    os::{fd::OwnedFd, unix::ffi::OsStrExt as _},
    path::{Path, PathBuf},
};

use api::{Error, Kind, Result, UserName};
use rustix::{
    fs::{Dir, FileType, Mode, OFlags, RenameFlags},
    io::Errno,
};

use super::homes::{Homes, fault, folder_flags, is, make_folder, open_beneath};

/// The name that a file has while it is not whole.
const PARTIAL: &str = ".innkeeper-copy";

impl Homes {
    /// Copies what a folder of one home holds into a folder of another.
    pub(super) fn copy_folder(&self, from: (&UserName, &str), to: (&UserName, &str)) -> Result<()> {
        self.make_folder(to.0, to.1)?;
        let (Some(source), Some(target)) = (self.find(from.0)?, self.find(to.0)?) else {
            return Err(Error::new(Kind::NotFound, "One of the two homes is not there."));
        };
        let source = match open_beneath(&source, Path::new(from.1), folder_flags()) {
            Ok(source) => source,
            Err(Errno::NOENT) => return Ok(()),
            Err(errno) => return Err(fault(errno)),
        };
        let target = open_beneath(&target, Path::new(to.1), folder_flags()).map_err(fault)?;
        let mut pending = vec![PathBuf::from(".")];
        while let Some(path) = pending.pop() {
            copy_entries(&source, &target, &path, &mut pending).map_err(fault)?;
        }
        // It may be much, and is copied once.
        rustix::fs::syncfs(&target).map_err(fault)
    }
}

/// Copies the files of one folder and makes its folders; those are added to `pending`.
fn copy_entries(
    source: &OwnedFd,
    target: &OwnedFd,
    path: &Path,
    pending: &mut Vec<PathBuf>,
) -> rustix::io::Result<()> {
    let from = open_beneath(source, path, folder_flags())?;
    let to = open_beneath(target, path, folder_flags())?;
    for entry in Dir::read_from(&from)? {
        let entry = entry?;
        let name = OsStr::from_bytes(entry.file_name().to_bytes());
        if [OsStr::new("."), OsStr::new(".."), OsStr::new(PARTIAL)].contains(&name) {
            continue;
        }
        let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOFOLLOW;
        let Ok(opened) = open_beneath(&from, Path::new(name), flags) else { continue };
        let stat = rustix::fs::fstat(&opened)?;
        if is(&stat, FileType::Directory) {
            let Some(text) = name.to_str() else { continue };
            make_folder(&to, text, stat.st_mode & 0o777)?;
            pending.push(path.join(name));
        } else if is(&stat, FileType::RegularFile) {
            copy_file(opened, stat.st_mode & 0o777, &to, name)?;
        }
    }
    Ok(())
}

/// Copies a file under a passing name, and gives it its own once it is whole.
fn copy_file(from: OwnedFd, mode: u32, to: &OwnedFd, name: &OsStr) -> rustix::io::Result<()> {
    let flags =
        OFlags::WRONLY | OFlags::CREATE | OFlags::TRUNC | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let mode = Mode::from_raw_mode(mode);
    let partial = rustix::fs::openat(to, PARTIAL, flags, mode)?;
    rustix::fs::fchmod(&partial, mode)?;
    io::copy(&mut File::from(from), &mut File::from(partial))
        .map_err(|cause| Errno::from_io_error(&cause).unwrap_or(Errno::IO))?;
    match rustix::fs::renameat_with(to, PARTIAL, to, name, RenameFlags::empty()) {
        // A folder of that name is in the way.
        Err(Errno::ISDIR) => rustix::fs::unlinkat(to, PARTIAL, rustix::fs::AtFlags::empty()),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, os::unix::fs::symlink};

    use crate::embedded::Machine;

    #[test]
    fn files_and_folders_come_along_and_links_do_not() {
        let folder = tempfile::tempdir().unwrap();
        let machine = Machine::open(folder.path()).unwrap();
        let (alice, bob) = ("alice".parse().unwrap(), "bob".parse().unwrap());
        for name in [&alice, &bob] {
            machine.homes.make(name).unwrap();
        }
        let home = |name: &str| folder.path().join("homes").join(name);
        let source = home("alice").join("shop");
        fs::create_dir_all(source.join("css/deep")).unwrap();
        fs::write(source.join("index.html"), "shop").unwrap();
        fs::write(source.join("css/deep/a.css"), "css").unwrap();
        symlink("/etc/passwd", source.join("passwd")).unwrap();
        for _ in 0..2 {
            machine.homes.copy_folder((&alice, "shop"), (&bob, "public_html")).unwrap();
        }
        let target = home("bob").join("public_html");
        assert_eq!(fs::read_to_string(target.join("index.html")).unwrap(), "shop");
        assert_eq!(fs::read_to_string(target.join("css/deep/a.css")).unwrap(), "css");
        assert!(!target.join("passwd").exists() && !target.join(super::PARTIAL).exists());
        assert!(source.join("index.html").exists());
        machine.homes.copy_folder((&alice, "none"), (&bob, "public_html")).unwrap();
    }

    #[test]
    fn a_link_in_the_way_leads_nowhere() {
        let folder = tempfile::tempdir().unwrap();
        let machine = Machine::open(folder.path()).unwrap();
        let (alice, bob) = ("alice".parse().unwrap(), "bob".parse().unwrap());
        for name in [&alice, &bob] {
            machine.homes.make(name).unwrap();
        }
        let secret = folder.path().join("homes/alice/mail/secret");
        fs::write(&secret, "secret").unwrap();
        symlink("mail", folder.path().join("homes/alice/shop")).unwrap();
        assert!(machine.homes.copy_folder((&alice, "shop"), (&bob, "public_html")).is_err());
        assert!(!folder.path().join("homes/bob/public_html/secret").exists());
    }
}
