//! Files of accounts.

use std::fmt;

use super::Usage;
use crate::{FilePath, Result, UnixTime, Word, function::Account};

/// The files in a home. No path leads out of it, whatever links are in the way. Errors say “path”
/// of what is wrong with one.
pub trait Files: Send + Sync {
    /// What lies at a path; the link itself where one does. None where nothing is.
    fn find(&self, account: &Account, path: &HomePath) -> Result<Option<FileFacts>>;
    /// What a folder holds, by name.
    fn list(&self, account: &Account, path: &HomePath) -> Result<Vec<FileFacts>>;
    /// The bytes of a file, which must not have more than that many.
    fn read(&self, account: &Account, path: &HomePath, most: u64) -> Result<Vec<u8>>;
    /// Writes a file: after a crash it is whole, or as it was before. The folders above it must be
    /// there.
    fn write(&self, account: &Account, path: &HomePath, content: &[u8], how: Write) -> Result<()>;
    /// Makes a folder, with those above it; one that is there is left as it is.
    fn make_folder(&self, account: &Account, path: &HomePath) -> Result<()>;
    /// Gives a file or folder another place, where nothing may be yet.
    fn rename(&self, account: &Account, from: &HomePath, to: &HomePath) -> Result<()>;
    /// Copies a file, or a folder with all that is in it, to where nothing may be yet. Links are
    /// copied as links; what is neither file nor folder is left out.
    fn copy(&self, account: &Account, from: &HomePath, to: &HomePath) -> Result<()>;
    /// Removes a file, or a folder with all that is in it.
    fn remove(&self, account: &Account, path: &HomePath) -> Result<()>;
    /// Sets who may do what with a file or folder: the nine lowest bits of its mode.
    fn set_mode(&self, account: &Account, path: &HomePath, mode: u32) -> Result<()>;
    /// What a file holds, or a folder with all that is in it.
    fn measure(&self, account: &Account, path: &HomePath) -> Result<Usage>;
}

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Write {
    /// Whether one that is there may be replaced; otherwise that is [`Kind::Exists`](crate::Kind).
    pub replace: bool,
    /// Its mode; that of the one that is replaced, or 0644, where none is given.
    pub mode: Option<u32>,
}

/// What a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileFacts {
    /// Its name; what is no text in it is replaced.
    pub name: String,
    /// What kind it is of.
    pub kind: FileKind,
    /// Its length in bytes.
    pub size: u64,
    /// Its mode, with the bits of its kind.
    pub mode: u32,
    /// When it was changed in any way.
    pub changed: UnixTime,
    /// When its content was changed.
    pub modified: UnixTime,
}

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Word)]
pub enum FileKind {
    /// A file with content.
    #[word("file")]
    File,
    /// A folder.
    #[word("dir")]
    Folder,
    /// A device of characters.
    #[word("char")]
    CharDevice,
    /// A device of blocks.
    #[word("block")]
    BlockDevice,
    /// A pipe.
    #[word("fifo")]
    Pipe,
    /// A link.
    #[word("link")]
    Link,
    /// A socket.
    #[word("socket")]
    Socket,
}

/// A place in a home: names with slashes between them, none of them `.` or `..`; empty for the home
/// itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct HomePath(String);

impl HomePath {
    /// The longest name of a file, in bytes.
    pub const LONGEST_NAME: usize = 255;
    /// The longest place, in bytes.
    pub const LONGEST: usize = 4_000;

    /// A place as a caller writes it: below `home` where it begins so, otherwise relative to the
    /// home, with a slash before it or not. The error is a rule.
    pub fn read(home: &str, path: &FilePath) -> Result<Self, String> {
        Self::beneath(home, path.as_str())
    }

    /// The same for plain text.
    pub fn beneath(home: &str, path: &str) -> Result<Self, String> {
        let path = match path.strip_prefix(home) {
            Some(rest) if rest.is_empty() || rest.starts_with('/') => rest,
            _ => path.strip_prefix("~/").unwrap_or(path),
        };
        let mut place = Self::default();
        for name in path.split('/').filter(|name| !name.is_empty() && *name != ".") {
            place = place.join(name)?;
        }
        Ok(place)
    }

    /// The place of that name in this folder. The error is a rule.
    pub fn join(&self, name: &str) -> Result<Self, String> {
        if name.is_empty() || name == "." || name == ".." || name.contains('/') {
            return Err("may not have “..” or an empty name in it".to_owned());
        }
        if name.chars().any(char::is_control) {
            return Err("may not have control characters in it".to_owned());
        }
        if name.len() > Self::LONGEST_NAME {
            return Err(format!("has a name that is longer than {} bytes", Self::LONGEST_NAME));
        }
        let joined = if self.0.is_empty() { name.to_owned() } else { format!("{}/{name}", self.0) };
        if joined.len() > Self::LONGEST {
            return Err(format!("is longer than {} bytes", Self::LONGEST));
        }
        Ok(Self(joined))
    }

    /// Its names with slashes between; empty for the home itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is the home itself.
    pub fn is_home(&self) -> bool {
        self.0.is_empty()
    }

    /// Its last name; empty of the home.
    pub fn name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }

    /// The folder that it is in; the home's is the home.
    #[must_use]
    pub fn parent(&self) -> Self {
        Self(self.0.rsplit_once('/').map_or("", |(above, _)| above).to_owned())
    }

    /// Whether it is `folder`, or below it.
    pub fn is_within(&self, folder: &Self) -> bool {
        folder.0.is_empty()
            || self
                .0
                .strip_prefix(&folder.0)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// It as the account sees it.
    pub fn under(&self, home: &str) -> String {
        if self.0.is_empty() { home.to_owned() } else { format!("{home}/{}", self.0) }
    }
}

impl fmt::Display for HomePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_read_below_the_home() {
        for (text, place) in [
            ("", ""),
            ("/", ""),
            ("/home/alice", ""),
            ("/home/alice/public_html/", "public_html"),
            ("/home/alicea/x", "home/alicea/x"),
            ("public_html//a/./b", "public_html/a/b"),
            ("/public_html", "public_html"),
            ("~/mail", "mail"),
            ("/etc/passwd", "etc/passwd"),
        ] {
            assert_eq!(HomePath::beneath("/home/alice", text).unwrap().as_str(), place, "{text}");
        }
        for text in
            ["..", "a/../../b", "/home/alice/..", "a\0b", &"x".repeat(256), &"a/".repeat(3_000)]
        {
            assert!(HomePath::beneath("/home/alice", text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_place_knows_where_it_is() {
        let place = HomePath::beneath("/home/a", "b/c").unwrap();
        assert_eq!((place.name(), place.parent().as_str()), ("c", "b"));
        assert!(place.parent().parent().is_home() && HomePath::default().parent().is_home());
        assert_eq!(place.under("/home/a"), "/home/a/b/c");
        let within = |folder: &str| place.is_within(&HomePath::beneath("/x", folder).unwrap());
        assert!(within("") && within("b") && within("b/c") && !within("b/c/d") && !within("b/cc"));
    }
}
