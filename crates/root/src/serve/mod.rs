//! The process's own end of the socket: who calls is asked of the kernel, and each verb is logged.

use std::{
    io,
    os::unix::net::{UnixListener, UnixStream},
    sync::Arc,
    thread,
};

use crate::{Answer, Layout, Refusal, Verb, supervise::Supervisor, verbs, wire};

/// The privileged side: runs verbs.
pub struct Root {
    pub(crate) layout: Layout,
    /// The services, where this process is their parent; they end with it.
    pub(crate) supervisor: Supervisor,
}

impl Root {
    /// A machine with that layout.
    pub fn new(layout: Layout) -> Self {
        Self { layout, supervisor: Supervisor::new() }
    }

    /// Serves callers until the listener fails.
    pub fn serve(self: Arc<Self>, listener: &UnixListener) -> io::Result<()> {
        loop {
            let (stream, _) = listener.accept()?;
            let root = Arc::clone(&self);
            thread::Builder::new().name("caller".to_owned()).spawn(move || root.attend(stream))?;
        }
    }

    /// Ends the services that it started.
    pub fn end(&self) {
        self.supervisor.end();
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
