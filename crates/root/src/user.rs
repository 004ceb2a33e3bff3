//! A user of an account, as the machine should have it.

use serde::{Deserialize, Serialize};

use crate::Name;

/// A user as it should be. It cannot be printed, since it has the password's hash.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct User {
    /// Its name.
    pub name: Name,
    /// The name that it had, where it is to be renamed with its home.
    pub formerly: Option<Name>,
    /// Its id, one of [`Layout::uids`](crate::Layout::uids).
    pub uid: u32,
    /// The id of its group, in the same range.
    pub gid: u32,
    /// Its shell; one that `/etc/shells` does not name lets nobody in.
    pub shell: String,
    /// Its password as crypt(3) writes it.
    pub password: String,
    /// Whether nobody may log in, by whatever means.
    pub locked: bool,
    /// Whether the next login must choose a new password first.
    pub expired: bool,
    /// How many MiB it may have on disk; no limit where none is given.
    pub disk: Option<u32>,
    /// How many files and folders it may have; no limit where none is given.
    pub inodes: Option<u32>,
}
