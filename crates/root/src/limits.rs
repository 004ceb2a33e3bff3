//! How long each thing may take, and how much may be asked for: nothing here waits without end, so that
//! a service that hangs is told of and holds up nobody else.

use std::time::Duration;

/// A service's start, until it serves.
pub(crate) const START: Duration = Duration::from_mins(1);
/// What is run once before a service's first start (a database server's folder is made).
pub(crate) const FIRST: Duration = Duration::from_mins(3);
/// A service's end in order, before it is killed.
pub(crate) const END: Duration = Duration::from_secs(30);
/// One try to connect to a service.
pub(crate) const CONNECT: Duration = Duration::from_secs(1);
/// A question to systemd, which answers late while the machine starts.
pub(crate) const ASK: Duration = Duration::from_secs(10);
/// A reload.
pub(crate) const RELOAD: Duration = Duration::from_secs(30);
/// A service's sign that it is at work with a new configuration: Apache takes a second for some 600 sites
/// with certificates.
pub(crate) const READ_ANEW: Duration = Duration::from_mins(2);
/// How long a service is watched after a reload.
pub(crate) const SETTLE: Duration = Duration::from_millis(100);
/// A message that is handed over, or looked for in the queue.
pub(crate) const MAIL: Duration = Duration::from_mins(1);
/// A service's check of staged files.
pub(crate) const CHECK: Duration = Duration::from_secs(30);
/// A service's check of all of its configuration.
pub(crate) const CHECK_ALL: Duration = Duration::from_mins(5);
/// One message's way through the socket.
pub(crate) const MESSAGE: Duration = Duration::from_secs(30);
/// A verb, as the server waits for it: longer than the longest of them takes.
pub(crate) const VERB: Duration = Duration::from_mins(10);
/// An act in a home.
pub(crate) const ACT: Duration = Duration::from_mins(9);
/// The pause after there were no descriptors left for a caller.
pub(crate) const BREATH: Duration = Duration::from_millis(100);

/// How many connections are held at a time.
pub(crate) const CALLERS: usize = 256;
/// How many calls one client makes at a time; further ones wait. Several processes may be clients.
pub(crate) const CALLS: usize = 128;
/// How many files one publish may change.
pub(crate) const CHANGES: usize = 10_000;
/// How long a file may be that is published.
pub(crate) const CONTENT: usize = 4 << 20;
/// A step of an installation; packages are fetched.
pub(crate) const INSTALL: Duration = Duration::from_mins(30);
