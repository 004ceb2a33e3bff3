//! Who calls, and how many.

use std::{
    io,
    os::unix::net::UnixStream,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use rustix::{fs::Uid, net::sockopt::socket_peercred};

use crate::{Layout, owner::Owner};

/// Whether the other end of a connection may call: root, and the user that the server runs as. The
/// kernel says who opened the connection.
pub(super) fn may_call(stream: &UnixStream, layout: &Layout) -> io::Result<Result<Uid, Uid>> {
    let uid = socket_peercred(stream)?.uid;
    let allowed = uid == Uid::ROOT || Owner::user(&layout.server)?.uid == uid;
    Ok(if allowed { Ok(uid) } else { Err(uid) })
}

/// The callers that are attended to.
#[derive(Default)]
pub(super) struct Callers(AtomicUsize);

/// A caller's place among them, free again when it is dropped.
pub(super) struct Seat(Arc<Callers>);

impl Callers {
    /// A place, if one of that many is free.
    pub(super) fn seat(self: &Arc<Self>, of: usize) -> Option<Seat> {
        let more = |taken: usize| (taken < of).then(|| taken + 1);
        let taken = self.0.fetch_update(Ordering::AcqRel, Ordering::Acquire, more);
        taken.ok().map(|_| Seat(Arc::clone(self)))
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.0.0.fetch_sub(1, Ordering::AcqRel);
    }
}
