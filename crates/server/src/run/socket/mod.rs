//! The local socket, through which the command line calls: whoever connects is known by the uid
//! that the kernel tells. A request is one line of JSON; the answer is a line with the exit code,
//! then what is printed, until the end.

mod answer;
mod caller;
mod request;

use std::{
    fs::{self, File, Permissions},
    io::{self, BufWriter, Write as _},
    os::{
        fd::AsRawFd as _, unix::fs::PermissionsExt as _, unix::net::UnixStream as BlockingStream,
    },
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use api::Result;
use tokio::{
    io::{AsyncBufReadExt as _, AsyncReadExt as _, BufReader},
    net::{UnixListener, UnixStream},
    sync::Semaphore,
    task::JoinSet,
    time::timeout,
};

use super::files::failed;
use crate::{Server, call::Party};

pub(crate) use caller::of_whm as caller_of_whm;
pub(crate) use request::{Output, Program, Request};

/// The exit code of what could not be asked at all; what follows it is for the standard error.
pub(crate) const REFUSED: u8 = 2;

/// The longest request in bytes.
const LONGEST: u64 = 16 << 20;
/// How long a request may take to come, and a reader to take what was written.
const PATIENCE: Duration = Duration::from_mins(1);
/// How many are served at a time; further ones wait.
const AT_A_TIME: usize = 256;
/// The longest path that a socket's address holds, with some to spare.
const LONGEST_PATH: usize = 100;

/// The socket's place in the data folder.
pub(crate) fn path(data: &Path) -> PathBuf {
    data.join("innkeeper.sock")
}

/// Does something with the socket's path in a form that fits an address, however deep it lies.
pub(crate) fn with_short_path<T>(
    path: &Path,
    act: impl FnOnce(&Path) -> io::Result<T>,
) -> io::Result<T> {
    match (path.parent(), path.file_name()) {
        (Some(folder), Some(name)) if path.as_os_str().len() > LONGEST_PATH => {
            let folder = File::open(folder)?;
            act(&Path::new("/proc/self/fd").join(folder.as_raw_fd().to_string()).join(name))
        }
        _ => act(path),
    }
}

/// The socket, bound. The folder's lock keeps two servers from having it.
pub(super) struct Socket {
    listener: UnixListener,
    path: PathBuf,
}

impl Socket {
    /// Binds it, in place of what a server that was killed left.
    pub(super) fn bind(data: &Path) -> Result<Self> {
        let path = path(data);
        let bind = || {
            match fs::remove_file(&path) {
                Err(cause) if cause.kind() != io::ErrorKind::NotFound => return Err(cause),
                _ => {}
            }
            let listener = with_short_path(&path, |path| UnixListener::bind(path))?;
            fs::set_permissions(&path, Permissions::from_mode(0o600))?;
            Ok(listener)
        };
        let listener = bind().map_err(|cause| failed(&path, cause))?;
        Ok(Self { listener, path })
    }

    /// Serves until `stop`; the file goes with it.
    pub(super) async fn serve(self, server: Arc<Server>, stop: impl Future<Output = ()>) {
        let room = Arc::new(Semaphore::new(AT_A_TIME));
        let mut open = JoinSet::new();
        tokio::pin!(stop);
        loop {
            let next = async {
                let place = Arc::clone(&room).acquire_owned().await.map_err(io::Error::other)?;
                Ok::<_, io::Error>((self.listener.accept().await?.0, place))
            };
            tokio::select! {
                () = &mut stop => break,
                Some(_) = open.join_next() => {}
                accepted = next => match accepted {
                    Ok((stream, place)) => {
                        let server = Arc::clone(&server);
                        open.spawn(async move {
                            if let Err(cause) = attend(server, stream).await {
                                tracing::debug!(%cause, "a local call broke");
                            }
                            drop(place);
                        });
                    }
                    Err(cause) => {
                        tracing::warn!(%cause, "the local socket cannot accept");
                        tokio::time::sleep(Duration::from_millis(100)).await;
                    }
                },
            }
        }
        drop(self.listener);
        if let Err(cause) = fs::remove_file(&self.path) {
            tracing::debug!(%cause, "the local socket's file is gone already");
        }
        while open.join_next().await.is_some() {}
    }
}

/// One call: read, answered on a thread that may block.
async fn attend(server: Arc<Server>, stream: UnixStream) -> io::Result<()> {
    let uid = stream.peer_cred()?.uid();
    let mut stream = BufReader::new(stream);
    let mut line = Vec::new();
    let read = async { (&mut stream).take(LONGEST).read_until(b'\n', &mut line).await };
    timeout(PATIENCE, read).await??;
    let stream = stream.into_inner().into_std()?;
    stream.set_nonblocking(false)?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let spare = stream.try_clone()?;
    let at_work = Arc::clone(&server);
    let work = move || write(&at_work, uid, &line, stream);
    let answered = server.pool.call(Party::local(uid), work).await;
    answered.unwrap_or_else(|_| {
        refuse(&mut &spare, "The server has too much to do at the moment; try again later.")
    })
}

fn write(server: &Arc<Server>, uid: u32, line: &[u8], stream: BlockingStream) -> io::Result<()> {
    let mut out = BufWriter::new(stream);
    match serde_json::from_slice(line) {
        Ok(request) => answer::write(server, uid, request, &mut out)?,
        Err(_) => refuse(&mut out, "The request is not one line of JSON as the program sends it.")?,
    }
    out.flush()
}

/// Answers what could not be asked.
fn refuse(out: &mut dyn io::Write, problem: &str) -> io::Result<()> {
    writeln!(out, "{REFUSED}\n{problem}")
}

#[cfg(test)]
mod tests {
    use std::os::unix::net::UnixListener as BlockingListener;

    use super::*;

    #[test]
    fn a_socket_deep_down_is_reached() {
        let folder = tempfile::tempdir().unwrap();
        let deep = folder.path().join("d".repeat(90)).join("e".repeat(90));
        fs::create_dir_all(&deep).unwrap();
        let path = path(&deep);
        let _listener = with_short_path(&path, |path| BlockingListener::bind(path)).unwrap();
        assert!(path.exists());
        assert!(with_short_path(&path, |path| BlockingStream::connect(path)).is_ok());
    }
}
