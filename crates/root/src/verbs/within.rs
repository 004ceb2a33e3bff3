//! Work on the files of a home, which a process of the account's own does: started here with its user
//! and groups, its home for a working folder, and kept for a while.

use std::{
    collections::HashMap,
    io,
    os::{
        fd::{AsFd, AsRawFd as _, OwnedFd},
        unix::{net::UnixStream, process::CommandExt as _},
    },
    path::Path,
    process::{Child, Command, Stdio},
    sync::{Mutex, PoisonError},
    thread,
};

use rustix::fs::{CWD, Mode, OFlags};

use super::{
    homes::{Count, Homes},
    users::{self, Record},
};
use crate::{
    Act, Answer, Fault, Gift, HomePath, Measure, Name, Refusal, Root, beneath::open_beneath,
    limits, wire,
};

/// How many processes are kept for the next act.
const KEPT: usize = 16;

/// The processes that are kept, and the program that they run.
pub(crate) struct Workers {
    pub(crate) program: Program,
    kept: Mutex<HashMap<Name, Worker>>,
}

/// The program of a home's process: the privileged process's own, or another where it is no program but
/// runs in one.
pub(crate) struct Program(io::Result<OwnedFd>);

impl Program {
    /// The program at a path.
    pub(crate) fn at(path: &Path) -> Self {
        let flags = OFlags::PATH | OFlags::CLOEXEC;
        Self(rustix::fs::openat(CWD, path, flags, Mode::empty()).map_err(Into::into))
    }

    /// How it is called. It is open already, so that the folders above it need not be the account's to
    /// enter.
    fn command(&self) -> io::Result<Command> {
        match &self.0 {
            Ok(file) => Ok(Command::new(format!("/proc/self/fd/{}", file.as_raw_fd()))),
            Err(cause) => Err(io::Error::new(cause.kind(), cause.to_string())),
        }
    }
}

impl Workers {
    /// None yet, of that program.
    pub(crate) fn new(program: Program) -> Self {
        Self { program, kept: Mutex::default() }
    }

    /// Ends the process of a user that is kept: its home is about to be another.
    pub(crate) fn forget(&self, name: &Name) {
        drop(self.take(name));
    }

    fn take(&self, name: &Name) -> Option<Worker> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).remove(name)
    }

    fn keep(&self, name: &Name, worker: Worker) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= KEPT {
            kept.retain(|_, worker| worker.lives());
        }
        if kept.len() < KEPT {
            drop(kept.insert(name.clone(), worker));
        }
    }
}

/// A process that works in one home.
pub(crate) struct Worker {
    child: Child,
    line: UnixStream,
}

impl Worker {
    /// Starts one. Its standard output is `peer`, the other end of which is another one's.
    pub(crate) fn start(
        program: &Program,
        home: &OwnedFd,
        uid: u32,
        gid: u32,
        peer: Option<UnixStream>,
    ) -> io::Result<Self> {
        let (line, far) = UnixStream::pair()?;
        line.set_read_timeout(Some(limits::ACT))?;
        line.set_write_timeout(Some(limits::ACT))?;
        let peer = peer.map_or_else(Stdio::null, |peer| Stdio::from(OwnedFd::from(peer)));
        // That a user is set also takes all further groups away.
        let child = program
            .command()?
            .arg0("innkeeper-root")
            .arg("within")
            .env_clear()
            .current_dir(format!("/proc/self/fd/{}", home.as_fd().as_raw_fd()))
            .uid(uid)
            .gid(gid)
            .stdin(Stdio::from(OwnedFd::from(far)))
            .stdout(peer)
            .stderr(Stdio::null())
            .spawn()?;
        Ok(Self { child, line })
    }

    /// Has an act done.
    pub(crate) fn act(&mut self, act: &Act) -> io::Result<Result<Gift, Fault>> {
        wire::write(&mut self.line, act)?;
        wire::read(&mut self.line)?.ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
    }

    fn lives(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // One that has ended already cannot be killed, which is as well.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Does an act in a user's home.
pub(crate) fn act(root: &Root, user: &Name, act: &Act) -> Result<Answer, Refusal> {
    if matches!(act, Act::Export(_) | Act::Import(_)) {
        return Err(Refusal::Forbidden("this is done for two homes at once".to_owned()));
    }
    if let Act::MakeFolder(place) = act
        && is_there(root, user, place)?
    {
        return Ok(Answer::Within(Ok(Gift::Done)));
    }
    if let Some(mut worker) = root.workers.take(user) {
        match worker.act(act) {
            Ok(gift) => {
                root.workers.keep(user, worker);
                return Ok(Answer::Within(gift));
            }
            Err(cause) if cause.kind() == io::ErrorKind::WouldBlock => return Err(lost(cause)),
            // It had nothing to do for so long that it ended.
            Err(_) => {}
        }
    }
    let mut worker = start(root, user, None)?;
    let gift = worker.act(act).map_err(lost)?;
    root.workers.keep(user, worker);
    Ok(Answer::Within(gift))
}

/// Copies what a folder of one home holds into a folder of another.
pub(super) fn copy(
    root: &Root,
    from: &(Name, HomePath),
    to: &(Name, HomePath),
) -> Result<Answer, Refusal> {
    let (one, other) = UnixStream::pair().map_err(lost)?;
    let mut source = start(root, &from.0, Some(one))?;
    let mut target = start(root, &to.0, Some(other))?;
    let (export, import) = (Act::Export(from.1.clone()), Act::Import(to.1.clone()));
    let (told, made) = thread::scope(|scope| {
        // Each ends with its act, so that the other does not wait for it if it failed.
        let told = thread::Builder::new().spawn_scoped(scope, move || source.act(&export))?;
        let made = target.act(&import);
        drop(target);
        Ok((told.join(), made))
    })
    .map_err(|cause: io::Error| lost(cause))?;
    let told = told.map_err(|_| lost("a thread has ended"))?.map_err(lost)?;
    let made = made.map_err(lost)?;
    Ok(Answer::Within(match (told, made) {
        // The one only heard no more of the other, which knows why.
        (Err(fault), Err(ended)) if is_broken(&ended) => Err(fault),
        (_, Err(fault)) => Err(fault),
        (told, Ok(_)) => told,
    }))
}

/// Whether it only says that the other process has gone.
fn is_broken(fault: &Fault) -> bool {
    let pipe = rustix::io::Errno::PIPE.raw_os_error();
    fault.trouble == crate::Trouble::Other(pipe)
}

/// Measures a user's home: as the kernel counts it, and file by file what it does not count.
pub(super) fn usage(root: &Root, user: &Name) -> Result<Answer, Refusal> {
    let record = users::find(&users::open(&root.layout)?, user)?;
    let Some(record) = record else { return Err(no_home(user)) };
    let count = Homes::open(&root.layout)?.used(user, record.uid, &root.layout)?;
    if let Some(Count { disk, inodes: Some(inodes) }) = count {
        return Ok(Answer::Within(Ok(Gift::Measured(Measure { disk, inodes }))));
    }
    Ok(match (act(root, user, &Act::Measure(HomePath::default()))?, count) {
        (Answer::Within(Ok(Gift::Measured(walked))), Some(Count { disk, .. })) => {
            Answer::Within(Ok(Gift::Measured(Measure { disk, ..walked })))
        }
        (walked, _) => walked,
    })
}

/// Whether a home has a folder at that place, with no link on the way. To look needs no process of the
/// account's.
pub(crate) fn is_there(root: &Root, user: &Name, place: &HomePath) -> Result<bool, Refusal> {
    let (_, home) = home(root, user)?;
    let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::NOFOLLOW;
    Ok(!place.is_home() && open_beneath(&home, Path::new(place.as_str()), flags).is_ok())
}

fn start(root: &Root, user: &Name, peer: Option<UnixStream>) -> Result<Worker, Refusal> {
    let (record, home) = home(root, user)?;
    Worker::start(&root.workers.program, &home, record.uid, record.gid, peer).map_err(lost)
}

/// An account's user, and the home.
pub(crate) fn home(root: &Root, user: &Name) -> Result<(Record, OwnedFd), Refusal> {
    let record = users::find(&users::open(&root.layout)?, user)?.ok_or_else(|| no_home(user))?;
    let uids = root.layout.uids;
    if !uids.contain(record.uid) || !uids.contain(record.gid) {
        return Err(Refusal::Forbidden(format!("{user} is no account's user")));
    }
    let home = Homes::open(&root.layout)?.find(user, record.uid)?.ok_or_else(|| no_home(user))?;
    Ok((record, home))
}

fn no_home(user: &Name) -> Refusal {
    Refusal::NotFound(format!("{user} has no home"))
}

fn lost(cause: impl std::fmt::Display) -> Refusal {
    Refusal::failed("the home's process ended before its work was done", cause)
}
