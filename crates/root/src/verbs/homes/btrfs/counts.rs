//! What the kernel counts of subvolumes, as it shows it in its own files.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Where the kernel shows what it knows of each btrfs.
const SHOWN: &str = "/sys/fs/btrfs";

/// What is counted on one file system.
pub(super) struct Counts(PathBuf);

impl Counts {
    /// Those of the file system of that identity.
    pub(super) fn of(identity: [u8; 16]) -> Self {
        Self(Path::new(SHOWN).join(hyphenated(identity)).join("qgroups"))
    }

    /// Whether subvolumes are counted and held to their limits.
    pub(super) fn are_kept(&self) -> io::Result<bool> {
        Ok(self.number("enabled")?.is_some_and(|on| on > 0))
    }

    /// Whether they are all right; they are not while a file system is counted for the first time.
    pub(super) fn are_right(&self) -> io::Result<bool> {
        Ok(self.number("inconsistent")? == Some(0))
    }

    /// How many bytes a subvolume holds, with those that are only promised to it yet; none where it is not
    /// counted.
    pub(super) fn held(&self, subvolume: u64) -> io::Result<Option<u64>> {
        let Some(written) = self.of_one(subvolume, "referenced")? else { return Ok(None) };
        // What has not come into the tables yet, which are written every half minute.
        let promised = self.of_one(subvolume, "rsv_data")?.unwrap_or(0);
        Ok(Some(written.saturating_add(promised)))
    }

    /// Whether a subvolume has a limit.
    pub(super) fn is_limited(&self, subvolume: u64) -> io::Result<bool> {
        Ok(self.of_one(subvolume, "limit_flags")?.is_some_and(|flags| flags & 1 == 1))
    }

    fn of_one(&self, subvolume: u64, name: &str) -> io::Result<Option<u64>> {
        self.number(&format!("0_{subvolume}/{name}"))
    }

    fn number(&self, name: &str) -> io::Result<Option<u64>> {
        match fs::read_to_string(self.0.join(name)) {
            Ok(text) => text.trim().parse().map(Some).map_err(io::Error::other),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(cause) => Err(cause),
        }
    }
}

/// An identity as it is written: 8, 4, 4, 4 and 12 digits.
fn hyphenated(identity: [u8; 16]) -> String {
    let digits = format!("{:032x}", u128::from_be_bytes(identity));
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if matches!(place, 8 | 12 | 16 | 20) {
            text.push('-');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_is_written_as_the_kernel_writes_it() {
        let mut identity = [0; 16];
        identity[0] = 0x0a;
        identity[4] = 0xbc;
        identity[15] = 0xff;
        assert_eq!(hyphenated(identity), "0a000000-bc00-0000-0000-0000000000ff");
    }

    #[test]
    fn what_is_not_counted_is_told_apart_from_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let counts = Counts(folder.path().to_owned());
        assert!(!counts.are_kept().unwrap() && !counts.are_right().unwrap());
        assert_eq!(counts.held(256).unwrap(), None);
        fs::create_dir(folder.path().join("0_256")).unwrap();
        for (name, text) in [
            ("enabled", "1\n"),
            ("inconsistent", "0\n"),
            ("0_256/referenced", "16384\n"),
            ("0_256/rsv_data", "4096\n"),
            ("0_256/limit_flags", "0\n"),
        ] {
            fs::write(folder.path().join(name), text).unwrap();
        }
        assert!(counts.are_kept().unwrap() && counts.are_right().unwrap());
        assert_eq!(counts.held(256).unwrap(), Some(20_480));
        assert!(!counts.is_limited(256).unwrap());
        fs::write(folder.path().join("0_256/limit_flags"), "1\n").unwrap();
        assert!(counts.is_limited(256).unwrap());
    }
}
