//! The server's way to the privileged process by way of the test: it counts the verbs, and can have the
//! process killed at one of them.

use std::{
    fs,
    io::{self, Read as _, Write as _},
    os::unix::{
        fs::PermissionsExt as _,
        net::{UnixListener, UnixStream},
    },
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    thread,
};

/// What is known of the process, and of what it was asked for.
#[derive(Default)]
pub(crate) struct Between {
    /// The privileged process.
    pub(super) process: AtomicU32,
    /// How many verbs were passed on.
    verbs: AtomicU32,
    /// The verb, counted from 1, at which it is killed: once it has done it and before the server hears of
    /// that. None where it is 0.
    kill_at: AtomicU32,
}

impl Between {
    /// Counts from here on, and has the process killed once it has done the verb of that number.
    pub(crate) fn kill_at(&self, verb: u32) {
        self.verbs.store(0, Ordering::SeqCst);
        self.kill_at.store(verb, Ordering::SeqCst);
    }

    /// How many verbs were passed on since.
    pub(crate) fn verbs(&self) -> u32 {
        self.verbs.load(Ordering::SeqCst)
    }

    /// Passes on what comes to a socket in that folder; gives the socket.
    pub(super) fn serve(self: &Arc<Self>, folder: &Path, real: PathBuf) -> PathBuf {
        fs::create_dir(folder).unwrap();
        let socket = folder.join("socket");
        let listener = UnixListener::bind(&socket).unwrap();
        fs::set_permissions(&socket, fs::Permissions::from_mode(0o666)).unwrap();
        let between = Arc::clone(self);
        thread::spawn(move || {
            for caller in listener.incoming() {
                let (between, real) = (Arc::clone(&between), real.clone());
                // A caller whose process has gone is cut off.
                thread::spawn(move || drop(between.attend(caller.unwrap(), &real)));
            }
        });
        socket
    }

    fn attend(&self, mut caller: UnixStream, real: &Path) -> io::Result<()> {
        let mut process = UnixStream::connect(real)?;
        loop {
            pass(&mut caller, &mut process)?;
            let number = self.verbs.fetch_add(1, Ordering::SeqCst) + 1;
            let answer = read(&mut process)?;
            if number == self.kill_at.load(Ordering::SeqCst) {
                let id = i32::try_from(self.process.load(Ordering::SeqCst)).unwrap();
                let id = rustix::process::Pid::from_raw(id).unwrap();
                rustix::process::kill_process(id, rustix::process::Signal::KILL)?;
                return Ok(());
            }
            caller.write_all(&answer)?;
        }
    }
}

fn pass(from: &mut UnixStream, to: &mut UnixStream) -> io::Result<()> {
    to.write_all(&read(from)?)
}

/// One message: its length in four bytes, and as many bytes.
fn read(from: &mut UnixStream) -> io::Result<Vec<u8>> {
    let mut message = vec![0; 4];
    from.read_exact(&mut message)?;
    let length = u32::from_be_bytes(message.clone().try_into().unwrap());
    from.take(length.into()).read_to_end(&mut message)?;
    if message.len() == 4 + usize::try_from(length).unwrap() {
        Ok(message)
    } else {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}
