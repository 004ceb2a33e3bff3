//! The server's end of the socket.

use std::{
    io,
    os::unix::net::UnixStream,
    path::PathBuf,
    sync::{Mutex, PoisonError},
};

use rustix::{
    io::Errno,
    net::{RecvFlags, recv},
};

use crate::{Answer, Refusal, Verb, limits, wire};

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
        let mut stream = match self.kept() {
            Some(stream) => stream,
            None => self.connect().map_err(away)?,
        };
        let written = wire::write(&mut stream, verb);
        // Where it was not taken, the other side may have said why.
        let answer = self.answer(stream);
        answer.map_err(|cause| away(written.err().unwrap_or(cause)))?
    }

    fn connect(&self) -> io::Result<UnixStream> {
        let stream = UnixStream::connect(&self.socket)?;
        stream.set_read_timeout(Some(limits::VERB))?;
        stream.set_write_timeout(Some(limits::MESSAGE))?;
        Ok(stream)
    }

    /// A connection of an earlier call. Those that the other side has ended since are forgotten.
    fn kept(&self) -> Option<UnixStream> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        std::iter::from_fn(|| idle.pop()).find(is_open)
    }

    fn answer(&self, mut stream: UnixStream) -> io::Result<Result<Answer, Refusal>> {
        let answer = wire::read(&mut stream)?;
        let answer = answer.ok_or(io::ErrorKind::UnexpectedEof)?;
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < KEPT {
            idle.push(stream);
        }
        Ok(answer)
    }
}

/// Whether a connection on which nothing is expected is still one: its end could be read.
fn is_open(stream: &UnixStream) -> bool {
    let mut byte = [0];
    let flags = RecvFlags::PEEK | RecvFlags::DONTWAIT;
    matches!(recv(stream, &mut byte, flags), Err(Errno::AGAIN))
}
