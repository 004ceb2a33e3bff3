//! Who sends a request, found out on the lane of the pool that fits.

use std::sync::Arc;

use api::{Caller, UserName};

use super::{Front, request::Asked};
use crate::{
    Server,
    auth::{self, Refusal},
};

/// The user of a request, beside its answer, for the log.
#[derive(Debug, Clone)]
pub(super) struct User(pub(super) UserName);

/// The function that a request called, beside its answer, for the log.
#[derive(Debug, Clone)]
pub(super) struct Function(pub(super) &'static str);

/// Finds out who sends a request, on a thread that may block; nothing where that would hash a
/// password, which only a login may.
pub(super) fn identify_quickly(server: &Server, asked: &Asked) -> Option<Result<Caller, Refusal>> {
    let attempt = asked.knock.attempt();
    (!auth::is_slow(server, &attempt)).then(|| auth::identify(server, &attempt))
}

/// Finds out who sends a request, as a login where it must be one.
pub(super) async fn identify(front: &Front, asked: &Arc<Asked>) -> Result<Caller, Refusal> {
    let work = (Arc::clone(&front.server), Arc::clone(asked));
    let look = move || identify_quickly(&work.0, &work.1);
    let found = front.server.pool.door(asked.knock.source, look).await;
    match found.map_err(|_| Refusal::Busy)? {
        Some(found) => found,
        None => identify_slowly(front, asked).await,
    }
}

/// Finds out who sends a request by hashing a password.
pub(super) async fn identify_slowly(front: &Front, asked: &Arc<Asked>) -> Result<Caller, Refusal> {
    let (server, asked) = (Arc::clone(&front.server), Arc::clone(asked));
    let source = asked.knock.source;
    let work = move || auth::identify(&server, &asked.knock.attempt());
    front.server.pool.login(source, work).await.unwrap_or(Err(Refusal::Busy))
}

/// Whether a browser's session is what lets the caller in.
pub(super) fn is_session(caller: &Caller) -> bool {
    caller.session().is_some()
}
