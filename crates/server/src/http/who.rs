//! Who sends a request, found out on the lane of the pool that fits.

use std::sync::Arc;

use api::{Caller, UserName, caller::Proof};

use super::{Front, request::Asked};
use crate::auth::{self, Refusal};

/// The user of a request, beside its answer, for the log.
#[derive(Debug, Clone)]
pub(super) struct User(pub(super) UserName);

/// Whether finding out hashes a password.
pub(super) fn is_slow(front: &Front, asked: &Asked) -> bool {
    auth::is_slow(&front.server, &asked.knock.attempt())
}

/// Finds out who sends a request.
pub(super) async fn identify(front: &Front, asked: &Arc<Asked>) -> Result<Caller, Refusal> {
    let slow = is_slow(front, asked);
    let (server, asked) = (Arc::clone(&front.server), Arc::clone(asked));
    let work = move || auth::identify(&server, &asked.knock.attempt());
    let pool = &front.server.pool;
    let found = if slow { pool.login(work).await } else { pool.call(work).await };
    found.unwrap_or(Err(Refusal::Busy))
}

/// Whether a browser's session is what lets the caller in.
pub(super) fn is_session(caller: &Caller) -> bool {
    matches!(caller.proof, Proof::Session(_))
}
