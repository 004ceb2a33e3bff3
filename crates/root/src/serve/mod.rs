//! The process's own end of the socket: who calls is asked of the kernel, and each verb is logged.

use std::{
    io,
    os::unix::net::{UnixListener, UnixStream},
    path::Path,
    sync::Arc,
    thread,
};

use crate::{
    Answer, Layout, Refusal, Verb,
    verbs::{self, Program, Workers},
    wire,
};

/// The privileged side: runs verbs.
pub struct Root {
    pub(crate) layout: Layout,
    /// The processes that work in homes.
    pub(crate) workers: Workers,
}

impl Root {
    /// A machine with that layout.
    pub fn new(layout: Layout) -> Self {
        Self { layout, workers: Workers::new(Program::at(Path::new("/proc/self/exe"))) }
    }

    /// The same where this process is not the program `innkeeper-root`: it is started from there to work
    /// in homes.
    #[must_use]
    pub fn with_program(self, path: &Path) -> Self {
        Self { workers: Workers::new(Program::at(path)), ..self }
    }

    /// Serves callers until the listener fails.
    pub fn serve(self: Arc<Self>, listener: &UnixListener) -> io::Result<()> {
        verbs::sweep(&self);
        loop {
            let (stream, _) = listener.accept()?;
            let root = Arc::clone(&self);
            thread::Builder::new().name("caller".to_owned()).spawn(move || root.attend(stream))?;
        }
    }

    /// Does what one caller asks for until it goes.
    fn attend(&self, mut stream: UnixStream) {
        while let Ok(Some(verb)) = wire::read::<Verb>(&mut stream) {
            let answer: Result<Answer, Refusal> = verbs::run(self, verb);
            if wire::write(&mut stream, &answer).is_err() {
                return;
            }
        }
    }
}
