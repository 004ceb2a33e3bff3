//! Who calls.

use std::{io, os::unix::net::UnixStream};

use rustix::{fs::Uid, net::sockopt::socket_peercred};

use crate::{Layout, owner::Owner};

/// Whether the other end of a connection may call: root, and the user that the server runs as. The
/// kernel says who opened the connection.
pub(super) fn may_call(stream: &UnixStream, layout: &Layout) -> io::Result<Result<Uid, Uid>> {
    let uid = socket_peercred(stream)?.uid;
    let allowed = uid == Uid::ROOT || Owner::user(&layout.server)?.uid == uid;
    Ok(if allowed { Ok(uid) } else { Err(uid) })
}
