//! The socket: one process's, and open to the server's user alone.

use std::{
    fs::{self, File, OpenOptions},
    io,
    os::unix::{
        fs::{OpenOptionsExt, chown},
        net::UnixListener,
    },
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

use rustix::{
    fs::{FlockOperation, Mode, flock},
    process::umask,
};

use crate::{Layout, owner::Owner};

/// How long another process that has the socket is waited for, and how often it is looked.
const PATIENCE: Duration = Duration::from_secs(2);
const EACH: Duration = Duration::from_millis(20);

/// The socket that is listened on, gone when it is dropped.
pub(super) struct Listening {
    pub(super) listener: UnixListener,
    path: PathBuf,
    /// Held for as long as the process lives, so that there is one.
    _lock: File,
}

/// Listens, where no other process does.
pub(super) fn listen(path: &Path, layout: &Layout) -> io::Result<Listening> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let lock = path.with_extension("lock");
    let lock =
        OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(lock)?;
    take(&lock)?;
    match fs::remove_file(path) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => return Err(cause),
        _ => {}
    }
    let usual = umask(Mode::from_raw_mode(0o177));
    let listener = UnixListener::bind(path);
    umask(usual);
    let listener = listener?;
    chown(path, Some(Owner::user(&layout.server)?.uid.as_raw()), None)?;
    Ok(Listening { listener, path: path.to_owned(), _lock: lock })
}

/// Takes the lock; one that is about to end is waited for.
fn take(lock: &File) -> io::Result<()> {
    let begun = Instant::now();
    while flock(lock, FlockOperation::NonBlockingLockExclusive).is_err() {
        if begun.elapsed() > PATIENCE {
            return Err(io::Error::other("another process listens on this socket"));
        }
        thread::sleep(EACH);
    }
    Ok(())
}

impl Drop for Listening {
    fn drop(&mut self) {
        if let Err(cause) = fs::remove_file(&self.path) {
            tracing::warn!(%cause, "the socket was not removed");
        }
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::MetadataExt;

    use super::*;

    #[test]
    fn the_socket_is_the_servers_alone_and_one_process_has_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("run/socket");
        let layout = Layout { server: "www-data".to_owned(), ..Layout::default() };
        let listening = listen(&path, &layout).unwrap();
        let is = fs::metadata(&path).unwrap();
        assert_eq!((is.uid(), is.mode() & 0o777), (33, 0o600));
        assert!(listen(&path, &layout).is_err());
        drop(listening);
        assert!(!path.exists());
    }

    #[test]
    fn the_socket_of_a_process_that_was_killed_is_taken_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("socket");
        drop(UnixListener::bind(&path).unwrap());
        let layout = Layout { server: "root".to_owned(), ..Layout::default() };
        listen(&path, &layout).unwrap();
    }
}
