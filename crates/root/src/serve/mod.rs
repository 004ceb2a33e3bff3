//! The process's own end of the socket: who calls is asked of the kernel, each verb is logged, and no
//! caller can hold up or end the process.

mod attend;
mod caller;

use std::{io, os::unix::net::UnixListener, path::Path, sync::Arc, thread};

use crate::{
    Layout, Service, Supervision, child, limits,
    seats::Seats,
    serve::attend::attend,
    services::{self, Known},
    supervise::Supervisor,
    verbs::{self, Program, Publisher, Workers},
};

/// The privileged side: runs verbs.
pub struct Root {
    pub(crate) layout: Layout,
    pub(crate) known: Known,
    /// The services, where this process is their parent; they end with it.
    pub(crate) supervisor: Supervisor,
    pub(crate) publisher: Publisher,
    /// The processes that work in homes.
    pub(crate) workers: Workers,
}

impl Root {
    /// A machine with that layout.
    pub fn new(layout: Layout) -> Self {
        Self::of(layout, services::DEBIAN)
    }

    /// A machine with those services.
    pub(crate) fn of(layout: Layout, known: Known) -> Self {
        let (supervisor, publisher) = (Supervisor::new(), Publisher::default());
        let workers = Workers::new(Program::at(Path::new("/proc/self/exe")));
        Self { layout, known, supervisor, publisher, workers }
    }

    /// The same where this process is not the program `innkeeper-root`: it is started from there to work
    /// in homes and before PHP-FPM.
    #[must_use]
    pub fn with_program(self, path: &Path) -> Self {
        child::is_at(path);
        Self { workers: Workers::new(Program::at(path)), ..self }
    }

    /// Serves callers until the listener fails.
    pub fn serve(self: Arc<Self>, listener: &UnixListener) -> io::Result<()> {
        verbs::sweep(&self.layout);
        let callers = Arc::new(Seats::default());
        loop {
            // Meanwhile further callers wait where the kernel keeps them.
            let seat = callers.take(limits::CALLERS);
            let (stream, _) = match listener.accept() {
                Ok(accepted) => accepted,
                Err(cause) if passes(&cause) => continue,
                Err(cause) => return Err(cause),
            };
            let root = Arc::clone(&self);
            let attends = thread::Builder::new().name("caller".to_owned()).spawn(move || {
                attend(&root, stream);
                drop(seat);
            });
            if let Err(cause) = attends {
                tracing::warn!(%cause, "a caller cannot be attended to now");
                thread::sleep(limits::BREATH);
            }
        }
    }

    /// Starts the services of this machine, where this process is their parent. One that cannot be
    /// started holds up no other.
    pub fn start_services(&self) {
        if self.layout.supervision != Supervision::Own {
            return;
        }
        for service in Service::ALL.into_iter().filter(|one| self.layout.services.contains(one)) {
            if let Err(refusal) = verbs::start(self, service) {
                tracing::error!(service = service.name(), %refusal, "a service was not started");
            }
        }
    }

    /// Ends the services that it started; none is started any more.
    pub fn end(&self) {
        self.supervisor.end();
    }
}

/// Whether a failure to accept is that of one connection only, or passes.
fn passes(cause: &io::Error) -> bool {
    let passing = matches!(cause.raw_os_error(), Some(23 | 24 | 12 | 105));
    if passing {
        tracing::warn!(%cause, "no caller can be taken now");
        thread::sleep(limits::BREATH);
    }
    passing || matches!(cause.kind(), io::ErrorKind::Interrupted | io::ErrorKind::ConnectionAborted)
}

#[cfg(test)]
mod tests;
