//! The file that an API token stands in.

use std::{
    fs::File,
    io::{self, Read as _},
    os::unix::fs::MetadataExt as _,
    path::Path,
};

use api::{Error, Kind, Result, Secret};
use zeroize::Zeroizing;

/// The longest file, in bytes.
const LONGEST: u64 = 1024;

/// Reads the token; refuses a file that others may read.
pub(super) fn read(path: &Path) -> Result<Secret> {
    let wrong =
        |problem: String| Error::new(Kind::Unavailable, format!("{}: {problem}", path.display()));
    let text = content(path).map_err(|cause| wrong(cause.to_string()))?;
    let token = text.trim();
    if token.is_empty() || !token.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(wrong("it must hold an API token and nothing else".to_owned()));
    }
    Ok(Secret::new(token.to_owned()))
}

fn content(path: &Path) -> io::Result<Zeroizing<String>> {
    let file = File::open(path)?;
    let metadata = file.metadata()?;
    if metadata.mode() & 0o077 != 0 || metadata.len() > LONGEST {
        let problem = "it must be a short file that nobody else may read (chmod 600)";
        return Err(io::Error::new(io::ErrorKind::InvalidData, problem));
    }
    let mut text = Zeroizing::new(String::with_capacity(1024));
    file.take(LONGEST).read_to_string(&mut text)?;
    Ok(text)
}

#[cfg(test)]
mod tests {
    use std::{fs, os::unix::fs::PermissionsExt as _};

    use super::*;

    #[test]
    fn a_token_stands_alone_in_a_file_for_its_owner() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("token");
        let problem = || read(&path).err().unwrap().to_string();
        assert!(problem().contains("No such file"), "{}", problem());
        fs::write(&path, "ABC123\n").unwrap();
        for mode in [0o644, 0o640, 0o604] {
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
            assert!(problem().contains("chmod 600"), "{}", problem());
        }
        for mode in [0o600, 0o400] {
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
            assert_eq!(read(&path).unwrap().reveal(), "ABC123");
        }
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        for wrong in ["", "\n", "ABC 123", "ABC\n123", "ABÇ", &"A".repeat(2000)] {
            fs::write(&path, wrong).unwrap();
            assert!(problem().contains("token") && !problem().contains("ABC"), "{}", problem());
        }
    }
}
