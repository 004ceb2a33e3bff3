//! Files that hold secrets: for their owner alone, and whole or not there at all.

use std::{
    fs::{self, File, OpenOptions, Permissions},
    io::{self, Read as _, Write as _},
    os::unix::fs::{
        DirBuilderExt as _, MetadataExt as _, OpenOptionsExt as _, PermissionsExt as _,
    },
    path::Path,
};

use api::{Error, Kind, Result};

/// The most that a file of ours holds, in bytes.
const LONGEST: u64 = 1 << 20;

/// The error of a path.
pub(crate) fn failed(path: &Path, cause: io::Error) -> Error {
    let message = format!("{}: {cause}", path.display());
    Error::new(Kind::Unavailable, message).because(cause)
}

/// Makes a folder for its owner alone, with those above it; refuses one that others may enter.
pub(crate) fn private_folder(path: &Path) -> Result<()> {
    let made = fs::DirBuilder::new().recursive(true).mode(0o700).create(path);
    made.map_err(|cause| failed(path, cause))?;
    check_private(path, "chmod 700")
}

/// Writes a file for its owner alone: after a crash it is whole, or as it was before.
pub(crate) fn write_private(path: &Path, content: &[u8]) -> Result<()> {
    let mut fresh = path.as_os_str().to_owned();
    fresh.push(".new");
    let fresh = Path::new(&fresh);
    let write = || {
        remove(fresh)?;
        let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(fresh)?;
        // The umask may have taken bits away; nothing may have been added.
        file.set_permissions(Permissions::from_mode(0o600))?;
        file.write_all(content)?;
        file.sync_all()?;
        fs::rename(fresh, path)?;
        path.parent().map_or(Ok(()), |folder| File::open(folder)?.sync_all())
    };
    write().map_err(|cause| failed(path, cause))
}

/// Reads a file that is for its owner alone; `None` where there is none.
pub(crate) fn read_private(path: &Path) -> Result<Option<String>> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(cause) => return Err(failed(path, cause)),
    };
    check_private(path, "chmod 600")?;
    let mut text = String::new();
    file.take(LONGEST).read_to_string(&mut text).map_err(|cause| failed(path, cause))?;
    Ok(Some(text))
}

/// Refuses what others may read or write, and says what to do about it.
pub(crate) fn check_private(path: &Path, remedy: &str) -> Result<()> {
    let metadata = fs::metadata(path).map_err(|cause| failed(path, cause))?;
    let refuse = |problem: String| Err(Error::new(Kind::Conflict, problem));
    if metadata.uid() != rustix::process::geteuid().as_raw() {
        return refuse(format!("{} belongs to another user; it must be yours.", path.display()));
    }
    let mode = metadata.mode() & 0o777;
    if mode & 0o077 != 0 {
        return refuse(format!(
            "{0} may be used by others (its mode is {mode:o}); nobody else may: {remedy} {0}",
            path.display()
        ));
    }
    Ok(())
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(cause),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_private_file_is_written_whole_over_what_a_crash_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret");
        assert_eq!(read_private(&path).unwrap(), None);
        fs::write(folder.path().join("secret.new"), "half").unwrap();
        write_private(&path, b"whole").unwrap();
        assert_eq!(read_private(&path).unwrap().as_deref(), Some("whole"));
        assert_eq!(fs::metadata(&path).unwrap().mode() & 0o777, 0o600);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_others_may_use_is_refused_with_the_remedy() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret");
        fs::write(&path, "x").unwrap();
        fs::set_permissions(&path, Permissions::from_mode(0o640)).unwrap();
        let said = read_private(&path).unwrap_err().to_string();
        assert!(said.contains("640") && said.contains("chmod 600"), "{said}");
        let open = folder.path().join("open");
        fs::create_dir(&open).unwrap();
        fs::set_permissions(&open, Permissions::from_mode(0o755)).unwrap();
        let said = private_folder(&open).unwrap_err().to_string();
        assert!(said.contains("chmod 700"), "{said}");
    }
}
