//! Acts on the files of one home: what they are, and what comes of them.

use std::fmt;

use serde::{Deserialize, Serialize};

/// One act on the files of a home. No path leads out of it, whatever links are in the way.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Act {
    /// What lies at a place; the link itself where one does. Gives [`Gift::Found`].
    Find(HomePath),
    /// What a folder holds, by name. Gives [`Gift::Listed`].
    List(HomePath),
    /// The bytes of a file. Gives [`Gift::Content`].
    Read {
        /// The file.
        place: HomePath,
        /// How many bytes it may have.
        most: u64,
    },
    /// Writes a file: after a crash it is whole, or as it was before. Gives [`Gift::Done`].
    Write {
        /// The file; the folders above it must be there.
        place: HomePath,
        /// What it should hold.
        content: Vec<u8>,
        /// Whether one that is there may be replaced.
        replace: bool,
        /// Its mode; that of the one that is replaced, or 0644, where none is given.
        mode: Option<u32>,
    },
    /// Makes a folder, with those above it; one that is there is left as it is. Gives [`Gift::Done`].
    MakeFolder(HomePath),
    /// Gives a file or folder another place, where nothing may be yet. Gives [`Gift::Done`].
    Rename {
        /// Where it is.
        from: HomePath,
        /// Where it should be.
        to: HomePath,
    },
    /// Copies a file, or a folder with all that is in it, to where nothing may be yet; links as links.
    /// Gives [`Gift::Done`].
    Copy {
        /// What is copied.
        from: HomePath,
        /// Where the copy should be.
        to: HomePath,
    },
    /// Removes a file, or a folder with all that is in it. Gives [`Gift::Done`].
    Remove(HomePath),
    /// Sets the nine lowest bits of a mode. Gives [`Gift::Done`].
    SetMode {
        /// The file or folder.
        place: HomePath,
        /// The bits.
        mode: u32,
    },
    /// What a file holds, or a folder with all that is in it. Gives [`Gift::Measured`].
    Measure(HomePath),
    /// Whether there is such a file; a link that stays in the home counts as what it leads to. Gives
    /// [`Gift::Flag`].
    HasFile(HomePath),
    /// Whether there is such a folder, with no link on the way. Gives [`Gift::Flag`].
    HasFolder(HomePath),
    /// Tells the other home's process of all that a folder holds. Gives [`Gift::Done`].
    Export(HomePath),
    /// Makes in a folder what another home's process tells of. Gives [`Gift::Done`].
    Import(HomePath),
}

impl Act {
    /// Whether it changes nothing.
    pub(crate) fn only_looks(&self) -> bool {
        match self {
            Self::Find(_)
            | Self::List(_)
            | Self::Read { .. }
            | Self::Measure(_)
            | Self::HasFile(_)
            | Self::HasFolder(_) => true,
            Self::Write { .. }
            | Self::MakeFolder(_)
            | Self::Rename { .. }
            | Self::Copy { .. }
            | Self::Remove(_)
            | Self::SetMode { .. }
            | Self::Export(_)
            | Self::Import(_) => false,
        }
    }

    /// Its name, for the log: never where in the home, nor what files hold.
    pub(crate) fn told(&self) -> &'static str {
        match self {
            Self::Find(_) => "find",
            Self::List(_) => "list",
            Self::Read { .. } => "read",
            Self::Write { .. } => "write",
            Self::MakeFolder(_) => "make folder",
            Self::Rename { .. } => "rename",
            Self::Copy { .. } => "copy",
            Self::Remove(_) => "remove",
            Self::SetMode { .. } => "set mode",
            Self::Measure(_) => "measure",
            Self::HasFile(_) => "has file",
            Self::HasFolder(_) => "has folder",
            Self::Export(_) => "export",
            Self::Import(_) => "import",
        }
    }
}

/// What comes of an act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Gift {
    /// It is done.
    Done,
    /// What there is.
    Found(Option<Facts>),
    /// What a folder holds, by name.
    Listed(Vec<Facts>),
    /// The bytes of a file.
    Content(Vec<u8>),
    /// What was counted.
    Measured(Measure),
    /// Yes or no.
    Flag(bool),
}

/// What a file is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// Its name; what is no text in it is replaced.
    pub name: String,
    /// Its length in bytes.
    pub size: u64,
    /// Its mode, with the bits of its kind.
    pub mode: u32,
    /// When it was changed in any way, in seconds since 1970.
    pub changed: i64,
    /// When its content was changed, in seconds since 1970.
    pub modified: i64,
}

/// What a file or folder takes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// Disk space in KiB.
    pub disk: u64,
    /// Files and folders.
    pub inodes: u64,
}

/// A place in a home: names with slashes between them, none of them `.` or `..`; empty for the home
/// itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct HomePath(String);

impl HomePath {
    /// The longest place, in bytes.
    const LONGEST: usize = 4_000;

    /// Its names with slashes between; empty for the home itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is the home itself.
    pub fn is_home(&self) -> bool {
        self.0.is_empty()
    }

    /// Its last name; empty of the home.
    pub(crate) fn name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }

    /// The folder that it is in; the home's is the home.
    pub(crate) fn parent(&self) -> Self {
        Self(self.0.rsplit_once('/').map_or("", |(above, _)| above).to_owned())
    }

    /// Its names, from the home on.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.split('/').filter(|name| !name.is_empty())
    }
}

impl TryFrom<&str> for HomePath {
    type Error = String;

    fn try_from(text: &str) -> Result<Self, String> {
        let good = |name: &str| {
            !matches!(name, "" | "." | "..")
                && name.len() <= 255
                && !name.chars().any(char::is_control)
        };
        if text.is_empty() || (text.len() <= Self::LONGEST && text.split('/').all(good)) {
            return Ok(Self(text.to_owned()));
        }
        Err("is no place in a home".to_owned())
    }
}

impl TryFrom<String> for HomePath {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::try_from(text.as_str())
    }
}

impl From<HomePath> for String {
    fn from(place: HomePath) -> Self {
        place.0
    }
}

impl fmt::Display for HomePath {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.0)
    }
}

/// Why an act did nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("“{place}” {trouble}")]
pub struct Fault {
    /// The place that something is wrong with.
    pub place: HomePath,
    /// What is wrong.
    pub trouble: Trouble,
}

/// What may be wrong with a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Trouble {
    /// There is nothing.
    #[error("is not there")]
    Missing,
    /// There is something.
    #[error("is there already")]
    Exists,
    /// It, or what is above it, is no folder.
    #[error("is no folder, or below what is no folder")]
    NoFolder,
    /// It has no content.
    #[error("is no file with content")]
    NoFile,
    /// A link is in the way.
    #[error("leads out of the home, or nowhere")]
    Outside,
    /// Its mode keeps its owner out.
    #[error("is closed to its owner")]
    Closed,
    /// It is the home, with which this is not done.
    #[error("is the home itself")]
    Home,
    /// A folder would be in itself.
    #[error("cannot be put into itself")]
    IntoItself,
    /// A name or the path is too long.
    #[error("is too long")]
    TooLong,
    /// The file is longer than was asked for.
    #[error("has more than {0} bytes")]
    TooLarge(u64),
    /// The folder holds more than is listed.
    #[error("holds more than {0} files")]
    TooMany(usize),
    /// There is no space.
    #[error("cannot be written: the disk is full")]
    Full,
    /// The account may have no more space, or no more files.
    #[error("cannot be written: the disk quota is used up")]
    Quota,
    /// Anything else, by the number of the system's error.
    #[error("could not be read or written")]
    Other(i32),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_has_plain_names_only() {
        for good in ["", "a", "public_html/a b/…", ".ssh/authorized_keys"] {
            assert_eq!(HomePath::try_from(good).map(String::from), Ok(good.to_owned()));
        }
        let long = "a/".repeat(2_000) + "a";
        for bad in
            ["/", "/a", "a/", "a//b", ".", "a/..", "../a", "a\0", "a\nb", &"x".repeat(256), &long]
        {
            assert!(HomePath::try_from(bad).is_err(), "{bad:?}");
        }
        let place = HomePath::try_from("a/b/c").unwrap();
        assert_eq!((place.name(), place.parent().as_str()), ("c", "a/b"));
        assert!(HomePath::try_from("a").unwrap().parent().is_home());
    }
}
