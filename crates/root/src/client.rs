//! The server's end of the socket.

use std::{
    io,
    os::unix::net::UnixStream,
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use rustix::{
    io::Errno,
    net::{RecvFlags, recv},
};

use crate::{
    Act, Answer, Gift, MailAct, MailGift, Refusal, Verb, limits, seats::Seats, verb::AWAY, wire,
};

/// How many connections are kept for the next call.
const KEPT: usize = 8;

/// Calls the privileged process: one verb at a time on a connection, several connections at a time.
pub struct Client {
    socket: PathBuf,
    idle: Mutex<Vec<UnixStream>>,
    /// Who calls now: the other side attends to so many, and may have other clients.
    calls: Arc<Seats>,
    /// Where it only compares: what differs.
    differences: Option<Mutex<Vec<String>>>,
}

impl Client {
    /// A client of the process that listens there.
    pub fn new(socket: PathBuf) -> Self {
        let (idle, calls) = Default::default();
        Self { socket, idle, calls, differences: None }
    }

    /// One that changes nothing: where it is told to make files or users so, it finds out what of them
    /// is otherwise, and says that it is done. What a verb would do in a home is not looked at, which is
    /// its owner's; every other change is refused.
    pub fn comparing(socket: PathBuf) -> Self {
        Self { differences: Some(Mutex::default()), ..Self::new(socket) }
    }

    /// Whether it only compares.
    pub fn compares(&self) -> bool {
        self.differences.is_some()
    }

    /// Notes a difference that another finds who must change nothing.
    pub fn note(&self, difference: String) {
        if let Some(mut found) = self.found() {
            found.push(difference);
        }
    }

    /// What was found to differ since this was asked last.
    pub fn differences(&self) -> Vec<String> {
        self.found().map(|mut found| std::mem::take(&mut *found)).unwrap_or_default()
    }

    fn found(&self) -> Option<MutexGuard<'_, Vec<String>>> {
        Some(self.differences.as_ref()?.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Has one verb done.
    pub fn call(&self, verb: &Verb) -> Result<Answer, Refusal> {
        if self.compares() { self.compare(verb) } else { self.send(verb) }
    }

    fn compare(&self, verb: &Verb) -> Result<Answer, Refusal> {
        let compared = match verb {
            Verb::Publish(changes) => Verb::CompareFiles(changes.clone()),
            Verb::PutUsers(users) => Verb::CompareUsers(users.clone()),
            Verb::Within { act: Act::MakeFolder(_), .. } | Verb::MakeSite { .. } => {
                return Ok(Answer::Within(Ok(Gift::Done)));
            }
            Verb::Mail(MailAct::Settle(_)) => return Ok(Answer::Mail(MailGift::Done)),
            // That the server is known to a service is no state that is compared.
            Verb::DatabaseLogin => return self.send(verb),
            other if other.only_looks() => return self.send(other),
            _ => return Err(Refusal::Forbidden("a check changes nothing".to_owned())),
        };
        match self.send(&compared) {
            Ok(Answer::Told(differences)) => {
                for difference in differences {
                    self.note(difference);
                }
            }
            // As it is, it could not be made so.
            Err(
                refusal @ (Refusal::Forbidden(_)
                | Refusal::NotFound(_)
                | Refusal::Exists(_)
                | Refusal::Rejected { .. }),
            ) => self.note(refusal.to_string()),
            other => return other,
        }
        Ok(Answer::Done)
    }

    fn send(&self, verb: &Verb) -> Result<Answer, Refusal> {
        let _seat = self.calls.take(limits::CALLS);
        let away = |cause| Refusal::failed(AWAY, cause);
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

#[cfg(test)]
mod tests {
    use std::{
        os::unix::net::UnixListener,
        sync::atomic::{AtomicUsize, Ordering},
        thread,
        time::Duration,
    };

    use super::*;

    #[test]
    fn further_calls_wait_for_those_before_them() {
        const CALLERS: usize = 400;
        let folder = tempfile::tempdir().unwrap();
        let socket = folder.path().join("socket");
        let listener = UnixListener::bind(&socket).unwrap();
        let (now, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let seen = Arc::clone(&most);
        thread::spawn(move || {
            for caller in listener.incoming() {
                let (now, most) = (Arc::clone(&now), Arc::clone(&most));
                thread::spawn(move || {
                    let mut caller = caller.unwrap();
                    while let Ok(Some(_)) = wire::read::<Verb>(&mut caller) {
                        most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                        thread::sleep(Duration::from_millis(20));
                        now.fetch_sub(1, Ordering::SeqCst);
                        let answer: Result<Answer, Refusal> = Ok(Answer::Flag(true));
                        wire::write(&mut caller, &answer).unwrap();
                    }
                });
            }
        });
        let client = Client::new(socket);
        thread::scope(|scope| {
            for _ in 0..CALLERS {
                scope.spawn(|| client.call(&Verb::LimitsUsers).unwrap());
            }
        });
        let most = seen.load(Ordering::SeqCst);
        assert!((2..=limits::CALLS).contains(&most), "{most} at a time");
    }
}
