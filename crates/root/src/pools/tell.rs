//! How the program is told that pools have changed, and says that they are open: it is connected to, and
//! closes once it has looked. What it says before is why it could not.

use std::{
    fs,
    io::{self, Read as _},
    os::unix::net::{UnixListener, UnixStream},
    path::{Path, PathBuf},
};

use rustix::{fs::Mode, process::umask};

use crate::limits;

/// Where the program is told.
pub(crate) fn control(run: &Path) -> PathBuf {
    run.join("control")
}

pub(super) fn listen(run: &Path) -> io::Result<UnixListener> {
    let path = control(run);
    match fs::remove_file(&path) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => return Err(cause),
        _ => {}
    }
    let usual = umask(Mode::from_raw_mode(0o177));
    let listener = UnixListener::bind(path);
    umask(usual);
    listener
}

/// Returns once the program has taken note of all that was changed before. One that does not run will look
/// when it starts.
pub(crate) fn tell(run: &Path) -> io::Result<()> {
    let mut line = match UnixStream::connect(control(run)) {
        Err(cause) if is_off(&cause) => return Ok(()),
        line => line?,
    };
    line.set_read_timeout(Some(limits::RELOAD))?;
    let mut said = String::new();
    line.read_to_string(&mut said)?;
    if said.is_empty() { Ok(()) } else { Err(io::Error::other(said)) }
}

fn is_off(cause: &io::Error) -> bool {
    matches!(cause.kind(), io::ErrorKind::NotFound | io::ErrorKind::ConnectionRefused)
}
