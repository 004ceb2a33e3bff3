//! The server's end of the socket.

use std::{
    os::unix::net::UnixStream,
    path::PathBuf,
    sync::{Mutex, PoisonError},
};

use crate::{Answer, Refusal, Verb, wire};

/// How many connections are kept for the next call.
const KEPT: usize = 8;

/// Calls the privileged process: one verb at a time on a connection, several connections at a time.
pub struct Client {
    socket: PathBuf,
    idle: Mutex<Vec<UnixStream>>,
}

impl Client {
    /// A client of the process that listens there.
    pub fn new(socket: PathBuf) -> Self {
        Self { socket, idle: Mutex::default() }
    }

    /// Has one verb done.
    pub fn call(&self, verb: &Verb) -> Result<Answer, Refusal> {
        let away = |cause| Refusal::failed("the privileged process does not answer", cause);
        if let Some(mut stream) = self.kept()
            && wire::write(&mut stream, verb).is_ok()
        {
            return self.answer(stream).map_err(away)?;
        }
        let mut stream = UnixStream::connect(&self.socket).map_err(away)?;
        wire::write(&mut stream, verb).map_err(away)?;
        self.answer(stream).map_err(away)?
    }

    fn kept(&self) -> Option<UnixStream> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop()
    }

    fn answer(&self, mut stream: UnixStream) -> std::io::Result<Result<Answer, Refusal>> {
        let answer = wire::read(&mut stream)?;
        let answer = answer.ok_or(std::io::ErrorKind::UnexpectedEof)?;
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < KEPT {
            idle.push(stream);
        }
        Ok(answer)
    }
}
