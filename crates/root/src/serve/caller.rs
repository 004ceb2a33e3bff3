//! Who calls, and how many.

use std::{
    io,
    os::unix::net::UnixStream,
    sync::{Arc, Condvar, Mutex, PoisonError},
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
pub(super) struct Callers {
    taken: Mutex<usize>,
    freed: Condvar,
}

/// A caller's place among them, free again when it is dropped.
pub(super) struct Seat(Arc<Callers>);

impl Callers {
    /// A place, once one of that many is free: meanwhile further callers wait where the kernel keeps them.
    pub(super) fn seat(self: &Arc<Self>, of: usize) -> Seat {
        let taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.freed.wait_while(taken, |taken| *taken >= of);
        *waited.unwrap_or_else(PoisonError::into_inner) += 1;
        Seat(Arc::clone(self))
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        *self.0.taken.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        self.0.freed.notify_one();
    }
}
