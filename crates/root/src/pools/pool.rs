//! The socket of a pool.

use std::{
    fs, io,
    os::unix::{fs::chown, net::UnixListener},
    path::{Path, PathBuf},
};

use rustix::{fs::Mode, net::listen, process::umask};

use crate::{Name, owner::Owner};

/// How many visitors may wait.
const WAITING: i32 = 511;

/// A pool that is open.
pub(super) struct Pool {
    /// By which its visitors are known.
    pub(super) number: u64,
    pub(super) socket: UnixListener,
    /// The number of the process that visitors go to; where there is none, the next one is waited for.
    pub(super) master: Option<u64>,
    /// Whether its visitors have to wait, since no process could be started for them.
    pub(super) rests: bool,
}

impl Pool {
    /// Listens on the socket of a pool, which the web server alone may speak to.
    pub(super) fn open(run: &Path, name: &Name, number: u64) -> io::Result<Self> {
        let path = socket(run, name);
        let usual = umask(Mode::from_raw_mode(0o177));
        let socket = UnixListener::bind(&path);
        umask(usual);
        let socket = socket?;
        let owner = Owner::user("www-data")?;
        chown(&path, Some(owner.uid.as_raw()), Some(owner.gid.as_raw()))?;
        listen(&socket, WAITING)?;
        Ok(Self { number, socket, master: None, rests: false })
    }
}

/// Where the socket of a pool is.
pub(super) fn socket(run: &Path, name: &Name) -> PathBuf {
    run.join(format!("{name}.sock"))
}

/// Where its configuration is.
pub(super) fn configuration(config: &Path, name: &Name) -> PathBuf {
    config.join("pools").join(format!("{name}.conf"))
}

/// The number of the user that a pool is for, by its configuration.
pub(super) fn user(config: &Path, name: &Name) -> io::Result<u32> {
    let text = fs::read_to_string(configuration(config, name))?;
    let user = text.lines().find_map(|line| line.strip_prefix("user = "));
    let user = user.and_then(|id| id.parse().ok()).filter(|id| *id != 0);
    user.ok_or_else(|| io::Error::other("its configuration names no user"))
}
