//! The process that works on the files of one home: it has its account's user and groups, no capability,
//! and by Landlock no file but those of the home. It does what its parent, the privileged process, sends
//! over its standard input, a socket; and ends once it is asked for nothing any more.

use std::{
    io::{self, BufReader, BufWriter, Write as _},
    os::{
        fd::{AsFd as _, OwnedFd},
        unix::net::UnixStream,
    },
    path::Path,
    time::Duration,
};

use landlock::{
    ABI, Access as _, AccessFs, AccessNet, PathBeneath, Ruleset, RulesetAttr as _,
    RulesetCreatedAttr as _, Scope,
};
use rustix::{
    fs::{CWD, Mode, OFlags},
    process::DumpableBehavior,
};

use crate::{
    Act, Fault, Gift, HomePath,
    beneath::{Home, open_beneath},
    wire,
};

/// How long it waits for another act.
const PATIENCE: Duration = Duration::from_secs(10);

/// The newest rules of Landlock that are asked for; an older kernel keeps those that it knows.
const RULES: ABI = ABI::V6;

/// Serves the parent until it asks for nothing any more. The working folder is the home.
pub fn within() -> io::Result<()> {
    if rustix::process::geteuid().is_root() {
        return Err(io::Error::other("root does no work in a home"));
    }
    let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC;
    let folder = rustix::fs::openat(CWD, ".", flags, Mode::empty())?;
    confine(&folder)?;
    let mut line = UnixStream::from(io::stdin().as_fd().try_clone_to_owned()?);
    let home = Home::new(folder);
    // The first act comes for certain, however long a parent with a lot to do is about it.
    while let Some(act) = next(&mut line)? {
        wire::write(&mut line, &run(&home, &act))?;
        line.set_read_timeout(Some(PATIENCE))?;
    }
    Ok(())
}

/// The next act; none once the parent has gone, or has asked for nothing for long.
fn next(line: &mut UnixStream) -> io::Result<Option<Act>> {
    match wire::read(line) {
        Err(cause) if cause.kind() == io::ErrorKind::WouldBlock => Ok(None),
        other => other,
    }
}

/// Does an act. The other home's process, where there is one, is at the end of the standard output.
fn run(home: &Home, act: &Act) -> Result<Gift, Fault> {
    let (place, done) = match act {
        Act::Export(place) => (place, export(home, place)),
        Act::Import(place) => (place, import(home, place)),
        other => return home.act(other),
    };
    done.map(|()| Gift::Done).map_err(|errno| Fault { place: place.clone(), trouble: errno.into() })
}

fn export(home: &Home, place: &HomePath) -> rustix::io::Result<()> {
    let mut peer = BufWriter::new(peer()?);
    home.export(place, &mut peer)?;
    peer.flush().map_err(|_| rustix::io::Errno::PIPE)
}

fn import(home: &Home, place: &HomePath) -> rustix::io::Result<()> {
    home.import(place, &mut BufReader::new(peer()?))
}

fn peer() -> rustix::io::Result<UnixStream> {
    let line = io::stdout().as_fd().try_clone_to_owned();
    line.map(UnixStream::from).map_err(|_| rustix::io::Errno::BADF)
}

/// Gives up all that the work does not need. What the account's other processes do to this one comes to
/// nothing but its end: it cannot be traced.
fn confine(home: &OwnedFd) -> io::Result<()> {
    rustix::process::set_dumpable_behavior(DumpableBehavior::NotDumpable)?;
    rustix::process::umask(Mode::from_raw_mode(0o022));
    let top = open_beneath(home, Path::new("."), OFlags::PATH | OFlags::DIRECTORY)?;
    let devices = AccessFs::MakeChar | AccessFs::MakeBlock | AccessFs::Execute;
    let work = AccessFs::from_all(RULES) & !devices;
    let confined = Ruleset::default()
        .handle_access(AccessFs::from_all(RULES))
        .and_then(|rules| rules.handle_access(AccessNet::from_all(RULES)))
        .and_then(|rules| rules.scope(Scope::from_all(RULES)))
        .and_then(Ruleset::create)
        .and_then(|rules| rules.add_rule(PathBeneath::new(top, work)))
        .and_then(landlock::RulesetCreated::restrict_self);
    confined.map(drop).map_err(io::Error::other)
}
